#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace base
{

/// An element of an XML document that somebody sent.
struct XmlNode {
    std::string space; ///< URI of its namespace; empty without one
    std::string name;  ///< without prefix
    std::string text;  ///< all of its own text, trimmed; not that of its children
    std::vector<std::pair<std::string, std::string>> attributes; ///< those without namespace
    std::vector<XmlNode> children;

    /// The first child of that name, whatever its namespace.
    const XmlNode* child(std::string_view child_name) const;
    /// Down a path of names, the first of each; "" where one is missing.
    std::string_view text_at(std::initializer_list<std::string_view> path) const;
    const XmlNode* at(std::initializer_list<std::string_view> path) const;
    std::string_view attribute(std::string_view attribute_name) const; ///< "" without it
};

struct XmlLimits {
    std::size_t bytes_max = 5'000'000;
    std::size_t nodes_max = 200'000; ///< elements and attributes
    std::size_t depth_max = 40;
};

enum class XmlFault {
    none,
    malformed,
    too_large, ///< beyond a limit
    declares   ///< a document type: entities and outside files are never read
};
struct XmlRead {
    std::optional<XmlNode> root; ///< nothing with a fault
    XmlFault fault = XmlFault::none;
};

/// XML 1.0 with namespaces, in UTF-8, UTF-16, ISO 8859-1 or ASCII. Nothing is ever read but these
/// bytes.
XmlRead read_xml(std::string_view bytes, const XmlLimits& limits = {});

} // namespace base
