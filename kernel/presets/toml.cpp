#include "kernel/presets/section.hpp"

#include <stdexcept>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace presets
{

namespace
{

Node plain(const toml::node& node);

Table plain(const toml::table& table)
{
    Table result;
    for (const auto& [key, node] : table)
        result.emplace(std::string{key.str()}, plain(node));
    return result;
}

Node plain(const toml::node& node)
{
    if (const auto* table = node.as_table()) return {plain(*table)};
    if (const auto* text = node.as_string()) return {text->get()};
    if (const auto* number = node.as_integer()) return {number->get()};
    if (const auto* truth = node.as_boolean()) return {truth->get()};
    const auto* list = node.as_array();
    if (list == nullptr) throw std::runtime_error("a date or a decimal is not expected");
    std::vector<Node> items;
    for (const auto& item : *list)
        items.push_back(plain(item));
    return {std::move(items)};
}

} // namespace

Table parse_toml(std::string_view bytes, const std::string& path)
{
    try {
        return plain(toml::parse(bytes));
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(path + ':' + std::to_string(error.source().begin.line) + ": " +
                                 std::string{error.description()});
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(path + ": " + error.what());
    }
}

} // namespace presets
