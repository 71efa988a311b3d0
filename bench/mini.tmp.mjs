import { launch } from "./lib/browser.mjs"; import { use } from "./lib/keys.mjs";
import { visit } from "./lib/load.mjs"; import { PHONE } from "./lib/browser.mjs";
const [,, what, n, ...urls]=process.argv;
const b=await launch({chromium:'/usr/bin/chromium',arguments:['--headless','--no-sandbox','--disable-gpu','--disable-quic','--no-first-run','--disable-background-networking','--disable-component-update','--disable-sync']});
const med=a=>[...a].sort((x,y)=>x-y)[Math.floor(a.length/2)];
const R=Object.fromEntries(urls.map(u=>[u,{keys:[],toggles:[],load:[]}]));
for(let i=0;i<+n;i++) for(const u of urls){ if(what==='use'){ const r=await use(b,u); R[u].keys.push(...r.keys); R[u].toggles.push(...r.toggles); R[u].byKey=(R[u].byKey??[]); r.keys.forEach((c,i)=>(R[u].byKey[i]??=[]).push(c)); r.toggles.forEach((c,i)=>((R[u].byT??=[])[i]??=[]).push(c)); } else R[u].load.push(await visit(b,PHONE,u,true)); }
for(const u of urls){ const tot=c=>c.script+c.style+c.layout; if(what==='use') { for(const k of ['keys','toggles']) console.log(u,k,med(R[u][k].map(tot)).toFixed(1),'script',med(R[u][k].map(c=>c.script)).toFixed(1),'style',med(R[u][k].map(c=>c.style)).toFixed(1),'layout',med(R[u][k].map(c=>c.layout)).toFixed(1)); for(const k of ['byKey','byT']) console.log('  ',k,R[u][k].map(a=>{const m=f=>med(a.map(f)).toFixed(0); return m(tot)+'='+m(c=>c.script)+'+'+m(c=>c.style)+'+'+m(c=>c.layout)}).join('  ')); }
 else console.log(u,'fcp',med(R[u].load.map(x=>x.fcp)).toFixed(0),'blocking',med(R[u].load.map(x=>x.blocking)).toFixed(0),R[u].load.map(x=>x.blocking.toFixed(0)).join(','),'longest',med(R[u].load.map(x=>x.longest)).toFixed(0),'ready',med(R[u].load.map(x=>x.ready)).toFixed(0)); }
await b.close();
