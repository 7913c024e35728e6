#include "kernel/i18n/translate.hpp"

#include "kernel/i18n/typography.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/log/log.hpp"

#include <algorithm>
#include <atomic>
#include <stdexcept>

#define TOML_EXCEPTIONS 1
#include <toml++/toml.h>

namespace i18n
{

namespace
{

using Texts = std::map<std::string, std::string, std::less<>>;

constexpr std::string_view catalogue_name = "i18n/fr.toml";

std::atomic<UnknownKey> on_unknown_key{UnknownKey::Shows};

void add(Texts& texts, const toml::table& table, const std::string& prefix)
{
    for (const auto& [name, node] : table) {
        const auto key = prefix + std::string{name.str()};
        if (const auto* inner = node.as_table()) {
            add(texts, *inner, key + '.');
        } else if (const auto* text = node.as_string()) {
            if (!texts.emplace(key, typography(text->get())).second)
                throw std::runtime_error(key + " is in two files");
        } else {
            throw std::runtime_error(key + " is not a text");
        }
    }
}

void add(Texts& texts, const base::EmbeddedFile& file)
{
    try {
        add(texts, toml::parse(file.bytes), "");
    } catch (const toml::parse_error& error) {
        throw std::runtime_error(std::string{file.path} + ':' +
                                 std::to_string(error.source().begin.line) + ": " +
                                 std::string{error.description()});
    } catch (const std::runtime_error& error) {
        throw std::runtime_error(std::string{file.path} + ": " + error.what());
    }
}

const Catalogue& catalogue()
{
    static const Catalogue embedded{base::embedded_translations()};
    return embedded;
}

const std::string* value_of(const base::Params& params, std::string_view name)
{
    const auto found = std::ranges::find(
        params, name, [](const auto& param) -> std::string_view { return param.first; });
    return found == params.end() ? nullptr : &found->second;
}

/// "0", "1", "0,5", "1,9" but not "10".
bool is_singular(std::string_view count)
{
    return (count.starts_with('0') || count.starts_with('1')) &&
           (count.size() == 1 || count[1] == ',');
}

std::string mistake(std::string_view event, std::string_view key, std::string shown)
{
    if (on_unknown_key.load() == UnknownKey::Throws)
        throw std::logic_error(std::string{event} + ": " + std::string{key});
    logs::error(event, {{"key", key}});
    return shown;
}

/// Whether a `{name}` is left; a lone brace is text.
bool has_placeholder(std::string_view text)
{
    const auto open = text.find('{');
    return open != text.npos && text.find('}', open) != text.npos;
}

/// With the parameters in their places.
std::string said(std::string_view key, const std::string& pattern, const base::Params& params)
{
    if (!has_placeholder(pattern)) return pattern;
    for (std::string_view rest = pattern; has_placeholder(rest);) {
        const auto open = rest.find('{');
        const auto close = rest.find('}', open);
        if (value_of(params, rest.substr(open + 1, close - open - 1)) == nullptr)
            return mistake("i18n.missing_parameter", key, filled(pattern, params));
        rest.remove_prefix(close + 1);
    }
    return filled(pattern, params);
}

} // namespace

Catalogue::Catalogue(std::span<const base::EmbeddedFile> files)
{
    for (const auto& file : files)
        if (file.path.ends_with(catalogue_name)) add(texts_, file);
}

const std::string* Catalogue::find(std::string_view key, const base::Params& params) const
{
    if (const auto exact = texts_.find(key); exact != texts_.end()) return &exact->second;
    const auto* count = value_of(params, "count");
    const auto* form = count != nullptr && is_singular(*count) ? ".one" : ".other";
    const auto plural = texts_.find(std::string{key} + form);
    return plural == texts_.end() ? nullptr : &plural->second;
}

std::string filled(std::string_view pattern, const base::Params& params)
{
    std::string result;
    while (!pattern.empty()) {
        const auto open = std::min(pattern.find('{'), pattern.size());
        result += pattern.substr(0, open);
        pattern.remove_prefix(open);
        const auto close = pattern.find('}');
        if (close == pattern.npos) break;
        const auto* value = value_of(params, pattern.substr(1, close - 1));
        result += value != nullptr ? std::string_view{*value} : pattern.substr(0, close + 1);
        pattern.remove_prefix(close + 1);
    }
    return result += pattern;
}

std::string t(std::string_view key, const base::Params& params)
{
    const auto* found = catalogue().find(key, params);
    if (found == nullptr) return mistake("i18n.unknown_key", key, std::string{key});
    if (found->find("[[") == found->npos) return said(key, *found, params);
    return said(key, worded(*found), params);
}

bool has(std::string_view key)
{
    return catalogue().find(key) != nullptr;
}

void set_unknown_key(UnknownKey what)
{
    on_unknown_key.store(what);
}

} // namespace i18n
