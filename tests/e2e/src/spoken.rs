//! What a browser tells assistive technology of a part of the page, in the order in which it is read.

use std::collections::HashMap;

use serde_json::Value;

/// Roles that only hold others together, or that browsers have for themselves.
const UNSAID: [&str; 16] = [
    "generic",
    "none",
    "paragraph",
    "list",
    "listitem",
    "ListMarker",
    "DescriptionList",
    "definition",
    "sectionheader",
    "rowgroup",
    "row",
    "InlineTextBox",
    "LineBreak",
    "LabelText",
    "Legend",
    "MenuListPopup",
];

/// States, each with how it is said where it is on, and where it is off.
const STATES: [(&str, &str, &str); 3] = [
    ("checked", "checked", "not checked"),
    ("pressed", "pressed", "not pressed"),
    ("expanded", "expanded", "collapsed"),
];

/// The lines of a part of an accessibility tree, as `Accessibility.getFullAXTree` of the Chrome DevTools Protocol gives
/// it: of words the words, of all else its role, its level, its name and its states, such as
/// `button "Everything about Ireland", collapsed`.
pub(crate) fn lines(tree: &[Value], backend_node: &Value) -> Vec<String> {
    let nodes: HashMap<&str, &Value> = tree.iter().filter_map(|node| Some((node["nodeId"].as_str()?, node))).collect();
    let mut lines = Vec::new();
    if let Some(start) = tree.iter().find(|node| node["backendDOMNodeId"] == *backend_node) {
        read(start, &nodes, "", &mut lines);
    }
    lines
}

/// Reads a node and what is in it. `named` is the name of what it stands in: its words are not said twice.
fn read<'a>(node: &'a Value, nodes: &HashMap<&str, &'a Value>, named: &'a str, lines: &mut Vec<String>) {
    let role = node["role"]["value"].as_str().unwrap_or_default();
    let name = node["name"]["value"].as_str().unwrap_or_default().trim();
    let mut named = named;
    if node["ignored"] != true && !UNSAID.contains(&role) {
        if role != "StaticText" {
            lines.push(line(role, name, node));
            named = if name.is_empty() { named } else { name };
        } else if !name.is_empty() && !named.contains(name) {
            lines.push(name.to_owned());
        }
    }
    for child in node["childIds"].as_array().into_iter().flatten() {
        if let Some(child) = child.as_str().and_then(|id| nodes.get(id)) {
            read(child, nodes, named, lines);
        }
    }
}

fn line(role: &str, name: &str, node: &Value) -> String {
    let property = |name: &str| {
        let mut all = node["properties"].as_array().into_iter().flatten();
        all.find(|property| property["name"] == name).map(|property| &property["value"]["value"])
    };
    let level = property("level").map(|level| format!(" {level}")).unwrap_or_default();
    let name = if name.is_empty() { String::new() } else { format!(" \"{name}\"") };
    let mut line = [role, &level, &name].concat();
    for (state, on, off) in STATES {
        // Some are true or false, others say so in words.
        let is_on = property(state).map(|value| *value == true || *value == "true");
        if let Some(is_on) = is_on {
            line.extend([", ", if is_on { on } else { off }]);
        }
    }
    line
}
