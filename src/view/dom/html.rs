//! Elements as HTML: what `adopt` finds again in the browser.

use catalog::snippet::push_escaped;

use super::{Attribute, El, Node};

/// Stands after nodes that may change, where something follows or comes before them.
const END: &str = "<!---->";

/// Elements that never have an end tag.
const VOID: [&str; 2] = ["img", "input"];

impl El {
    /// The element as HTML, as it is first.
    #[must_use]
    pub(crate) fn html(self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(self, html: &mut String) {
        let parts = *self.0;
        html.push('<');
        html.push_str(parts.tag);
        for attribute in &parts.attributes {
            match attribute {
                Attribute::Fixed(name, value) => write_attribute(html, name, value),
                Attribute::Live(name, read) => {
                    if let Some(value) = read() {
                        write_attribute(html, name, &value);
                    }
                }
                Attribute::On(..) | Attribute::With(_) => {}
            }
        }
        html.push('>');
        if VOID.contains(&parts.tag) {
            return;
        }
        let is_alone = parts.nodes.len() == 1;
        write_nodes(html, parts.nodes, is_alone);
        for item in parts.list.iter().flat_map(|list| list.elements()) {
            item.write(html);
        }
        html.push_str("</");
        html.push_str(parts.tag);
        html.push('>');
    }
}

fn write_nodes(html: &mut String, nodes: Vec<Node>, is_alone: bool) {
    for node in nodes {
        match node {
            Node::Text(text) => push_escaped(html, &text),
            Node::Element(element) => element.write(html),
            Node::Live(read) => {
                write_nodes(html, read(), false);
                if !is_alone {
                    html.push_str(END);
                }
            }
        }
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        push_escaped(html, value);
        html.push('"');
    }
}
