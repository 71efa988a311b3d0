// @ts-check
// Runs before the first paint: a theme that the visitor chose must not flash in late.
// The same key and attribute are in src/theme.rs.
try {
  const theme = localStorage.getItem("genomic-plans:theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is refused: the system's theme stays.
}
