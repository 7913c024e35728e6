#include "modules/tickets/reply.hpp"

#include "kernel/base/text.hpp"

namespace tickets
{
namespace
{

constexpr std::size_t variable_bytes_max = 60;

bool is_word(std::string_view text)
{
    if (text.empty() || text.size() > variable_bytes_max) return false;
    for (const char c : text) {
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == '_' ||
                               static_cast<unsigned char>(c) >= 0x80;
        if (!is_letter) return false;
    }
    return true;
}

/// Calls `text` and `variable` with the pieces of the body, in order.
template <class Text, class Variable>
void take_apart(std::string_view body, const Text& text, const Variable& variable)
{
    while (!body.empty()) {
        const auto open = body.find('{');
        const auto close = open == body.npos ? body.npos : body.find_first_of("{}", open + 1);
        if (close == body.npos) break;
        const auto word = body.substr(open + 1, close - open - 1);
        const bool is_variable = body[close] == '}' && is_word(word);
        text(body.substr(0, is_variable ? open : close));
        if (is_variable) variable(word);
        body.remove_prefix(is_variable ? close + 1 : close);
    }
    text(body);
}

} // namespace

std::vector<std::string> variables_in(std::string_view body)
{
    std::vector<std::string> found;
    take_apart(
        body, [](std::string_view) {}, [&](std::string_view word) { found.emplace_back(word); });
    return found;
}

std::string filled(std::string_view body, const Values& values)
{
    std::string text;
    take_apart(
        body, [&](std::string_view piece) { text += piece; },
        [&](std::string_view word) {
            const auto value = values.find(base::fold(word));
            if (value == values.end())
                text.append("{").append(word).append("}");
            else
                text += escaped_markdown(value->second);
        });
    return text;
}

std::string escaped_markdown(std::string_view text)
{
    std::string escaped;
    for (const char c : text) {
        if (c == '\n' || c == '\r') {
            escaped += ' ';
            continue;
        }
        if (std::string_view{"\\`*_[]<>~|#"}.find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

} // namespace tickets
