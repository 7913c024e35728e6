#include "kernel/base/xml_tree.hpp"

#include "kernel/base/text.hpp"

#include <expat.h>

#include <algorithm>
#include <memory>
#include <new>
#include <tuple>

namespace base
{
namespace
{

constexpr char separator = '\n'; ///< between namespace and name: no URI holds one

struct Freed {
    void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

class Builder
{
  public:
    Builder(XML_Parser parser, const XmlLimits& limits) : parser_(parser), limits_(limits) {}

    /// expat may still call once or twice after it was stopped.
    void start(const char* name, const char** attributes)
    {
        if (fault_ != XmlFault::none) return;
        XmlNode node;
        std::tie(node.space, node.name) = parted(name);
        for (; *attributes != nullptr; attributes += 2) {
            ++nodes_;
            if (std::string_view{*attributes}.find(separator) == std::string_view::npos)
                node.attributes.emplace_back(attributes[0], attributes[1]);
        }
        if (++nodes_ > limits_.nodes_max || open_.size() >= limits_.depth_max)
            return stop(XmlFault::too_large);
        open_.push_back(std::move(node));
    }
    void end()
    {
        if (fault_ != XmlFault::none) return;
        auto node = std::move(open_.back());
        open_.pop_back();
        node.text = trim(node.text);
        if (open_.empty())
            root_ = std::move(node);
        else
            open_.back().children.push_back(std::move(node));
    }
    void text(std::string_view words)
    {
        if (!open_.empty()) open_.back().text += words;
    }
    void stop(XmlFault fault)
    {
        fault_ = fault;
        XML_StopParser(parser_, XML_FALSE);
    }
    XmlRead take(bool is_whole)
    {
        if (fault_ == XmlFault::none && !is_whole) fault_ = XmlFault::malformed;
        if (fault_ != XmlFault::none) return {{}, fault_};
        return {std::move(root_), XmlFault::none};
    }

  private:
    static std::pair<std::string, std::string> parted(std::string_view name)
    {
        const auto at = name.find(separator);
        if (at == std::string_view::npos) return {"", std::string{name}};
        return {std::string{name.substr(0, at)}, std::string{name.substr(at + 1)}};
    }

    XML_Parser parser_;
    const XmlLimits& limits_;
    std::vector<XmlNode> open_;
    std::optional<XmlNode> root_;
    std::size_t nodes_ = 0;
    XmlFault fault_ = XmlFault::none;
};

Builder& builder_of(void* user)
{
    return *static_cast<Builder*>(user);
}

void on_start(void* user, const char* name, const char** attributes)
{
    builder_of(user).start(name, attributes);
}

void on_end(void* user, const char*)
{
    builder_of(user).end();
}

void on_text(void* user, const char* words, int count)
{
    builder_of(user).text({words, static_cast<std::size_t>(count)});
}

void on_doctype(void* user, const char*, const char*, const char*, int)
{
    builder_of(user).stop(XmlFault::declares);
}

} // namespace

const XmlNode* XmlNode::child(std::string_view child_name) const
{
    const auto found = std::ranges::find(children, child_name, &XmlNode::name);
    return found == children.end() ? nullptr : &*found;
}

const XmlNode* XmlNode::at(std::initializer_list<std::string_view> path) const
{
    const auto* node = this;
    for (const auto step : path)
        if (node != nullptr) node = node->child(step);
    return node;
}

std::string_view XmlNode::text_at(std::initializer_list<std::string_view> path) const
{
    const auto* node = at(path);
    return node == nullptr ? std::string_view{} : std::string_view{node->text};
}

std::string_view XmlNode::attribute(std::string_view attribute_name) const
{
    for (const auto& [key, value] : attributes)
        if (key == attribute_name) return value;
    return {};
}

XmlRead read_xml(std::string_view bytes, const XmlLimits& limits)
{
    if (bytes.size() > limits.bytes_max) return {{}, XmlFault::too_large};
    const std::unique_ptr<XML_ParserStruct, Freed> parser{XML_ParserCreateNS(nullptr, separator)};
    if (!parser) throw std::bad_alloc{};
    Builder builder{parser.get(), limits};
    XML_SetUserData(parser.get(), &builder);
    XML_SetElementHandler(parser.get(), on_start, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const auto status =
        XML_Parse(parser.get(), bytes.data(), static_cast<int>(bytes.size()), XML_TRUE);
    return builder.take(status == XML_STATUS_OK);
}

} // namespace base
