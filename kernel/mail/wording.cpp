#include "kernel/mail/wording.hpp"

#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/tenancy/own_preset.hpp"

#include <algorithm>

namespace mail
{
namespace
{

constexpr std::size_t variable_bytes_max = 80;

std::vector<Template>& offered()
{
    static std::vector<Template> all;
    return all;
}

std::string word_of(const Template& one, const std::string& parameter)
{
    return i18n::t(one.variables + "." + parameter + ".word");
}

std::string key_of(std::string_view typed)
{
    return base::fold(base::trim(typed));
}

/// Calls `text` and `variable` with the pieces of a text, in order. Only braces that hold something
/// on one line are a variable.
template <class Text, class Variable>
void take_apart(std::string_view body, const Text& text, const Variable& variable)
{
    while (!body.empty()) {
        const auto open = body.find('{');
        const auto close = open == body.npos ? body.npos : body.find_first_of("{}\n", open + 1);
        if (close == body.npos) break;
        const auto word = body.substr(open + 1, close - open - 1);
        const bool is_variable =
            body[close] == '}' && !base::trim(word).empty() && word.size() <= variable_bytes_max;
        text(body.substr(0, is_variable ? open : close));
        if (is_variable) variable(word);
        body.remove_prefix(is_variable ? close + 1 : close);
    }
    text(body);
}

/// The parameter that a word stands for.
const std::string* parameter_of(const Template& one, std::string_view word)
{
    const auto key = key_of(word);
    const auto found = std::ranges::find_if(one.parameters, [&](const auto& parameter) {
        return base::fold(word_of(one, parameter)) == key;
    });
    return found == one.parameters.end() ? nullptr : &*found;
}

std::string value_of(const base::Params& values, std::string_view parameter)
{
    const auto found = std::ranges::find(
        values, parameter, [](const auto& one) -> std::string_view { return one.first; });
    return found == values.end() ? std::string{} : found->second;
}

std::string filled_text(const Template& one, std::string_view body, const base::Params& values)
{
    std::string text;
    take_apart(
        body, [&](std::string_view piece) { text += piece; },
        [&](std::string_view word) {
            if (const auto* parameter = parameter_of(one, word))
                text += value_of(values, *parameter);
            else
                text.append("{").append(word).append("}");
        });
    return text;
}

} // namespace

void offer(Template one)
{
    auto& all = offered();
    const auto known = std::ranges::find(all, one.name, &Template::name);
    if (known == all.end())
        all.push_back(std::move(one));
    else
        *known = std::move(one);
}

const std::vector<Template>& templates()
{
    return offered();
}

const Template* find_template(std::string_view name)
{
    const auto found = std::ranges::find(offered(), name, &Template::name);
    return found == offered().end() ? nullptr : &*found;
}

Wording our_wording(const tenancy::Workspace& workspace, const Template& one)
{
    const i18n::WordsScope words{tenancy::words_of(workspace, one.side)};
    base::Params places;
    for (const auto& parameter : one.parameters)
        places.emplace_back(parameter, "{" + word_of(one, parameter) + "}");
    return {.subject = i18n::t(one.key + ".subject", places),
            .body = i18n::t(one.key + ".body", places)};
}

std::vector<std::string> variables_of(const Template& one)
{
    std::vector<std::string> words;
    for (const auto& parameter : one.parameters)
        words.push_back("{" + word_of(one, parameter) + "}");
    return words;
}

std::optional<std::string> unknown_variable(const Template& one, std::string_view text)
{
    std::optional<std::string> unknown;
    take_apart(
        text, [](std::string_view) {},
        [&](std::string_view word) {
            if (!unknown && parameter_of(one, word) == nullptr)
                unknown = "{" + std::string{word} + "}";
        });
    return unknown;
}

Wording filled(const Template& one, const Wording& wording, const base::Params& values)
{
    return {.subject = filled_text(one, wording.subject, values),
            .body = filled_text(one, wording.body, values)};
}

base::Params example_values(const Template& one)
{
    base::Params values;
    for (const auto& parameter : one.parameters)
        values.emplace_back(parameter, i18n::t(one.variables + "." + parameter + ".example"));
    return values;
}

} // namespace mail
