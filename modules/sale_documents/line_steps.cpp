#include "modules/sale_documents/line_forms.hpp"

#include <algorithm>
#include <charconv>

namespace sale_documents
{
namespace
{

constexpr int key_max = 999'999;

} // namespace

std::optional<int> key_in(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    if (number < 1 || number > key_max) return {};
    return number;
}

void apply_step(TypedLines& typed, std::string_view step, const Books& books)
{
    const auto dash = std::min(step.find('-'), step.size());
    const auto verb = step.substr(0, dash);
    const auto what = step.substr(std::min(dash + 1, step.size()));
    if (verb == "add") {
        LineKind kind{};
        if (forms::FieldType<LineKind>::read({what}, kind)) return;
        typed.lines.push_back(blank_line(kind, typed.next_key(), books));
        return;
    }
    auto* const line = typed.find(key_in(what).value_or(0));
    if (line == nullptr) return;
    const auto at = typed.lines.begin() + (line - typed.lines.data());
    if (verb == "up" && at != typed.lines.begin()) std::iter_swap(at, at - 1);
    if (verb == "down" && at + 1 != typed.lines.end()) std::iter_swap(at, at + 1);
    if (verb == "switch" && has_price(line->kind))
        line->kind = line->line.kind =
            line->kind == LineKind::line ? LineKind::option : LineKind::line;
    if (verb == "remove") typed.lines.erase(at);
}

} // namespace sale_documents
