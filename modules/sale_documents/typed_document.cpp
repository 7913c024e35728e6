#include "modules/sale_documents/typed_document.hpp"

#include "kernel/base/text.hpp"
#include "kernel/base/typed_number.hpp"
#include "kernel/forms/money_types.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

int lines_worth(const TypedLines& typed)
{
    return static_cast<int>(
        std::ranges::count_if(typed.lines, [](const TypedLine& line) { return !line.is_blank(); }));
}

} // namespace

forms::Typed head_of(const forms::Typed& typed)
{
    forms::Typed head;
    for (const auto& [name, text] : typed)
        if (name.find('.') == std::string::npos) head.emplace_back(name, text);
    return head;
}

SizeOf read_size(forms::Errors& errors, std::string_view field, const std::string& text,
                 SizeUnit unit)
{
    if (text.empty()) return {};
    base::Rate rate;
    base::Cents amount;
    const auto error = unit == SizeUnit::percent
                           ? forms::FieldType<base::Rate>::read({text}, rate)
                           : forms::FieldType<base::Cents>::read({text}, amount);
    if (error) errors.add(field, error->key, error->params);
    const auto size = unit == SizeUnit::percent ? rate.value : amount.value;
    if (error || size == 0) return {};
    return {unit == SizeUnit::percent ? SizeKind::percent : SizeKind::amount, size};
}

std::string typed_size(const SizeOf& size)
{
    if (size.kind == SizeKind::none) return {};
    auto text = size.kind == SizeKind::percent
                    ? base::shortest_decimal(size.size, base::decimal_places)
                    : base::plain_amount({size.size});
    std::ranges::replace(text, '.', ',');
    return text;
}

std::string typed_unit(const SizeOf& size)
{
    return size.kind == SizeKind::amount ? "amount" : "percent";
}

Counted count_typed(const Terms& terms, const TypedLines& typed, const Books& books)
{
    std::vector<Line> lines;
    for (const auto& line : typed.lines)
        lines.push_back(line.is_countable() ? line.line : Line{.kind = LineKind::text});
    return counted(terms, lines, books);
}

void check_whole(forms::Errors& errors, const TypedLines& typed, const Counted& counted)
{
    if (lines_worth(typed) > lines_max)
        errors.add("", "sale_documents.refusal.too_many_lines",
                   {{"max", std::to_string(lines_max)}});
    const auto& problem = counted.problem;
    if (problem && typed.is_valid()) errors.add(counted.field, problem->key, problem->params);
}

} // namespace sale_documents
