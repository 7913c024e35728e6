#include "modules/sale_documents/line_forms.hpp"

#include "kernel/base/typed_number.hpp"
#include "kernel/forms/money_types.hpp"
#include "modules/sale_documents/origin.hpp"

#include <algorithm>
#include <optional>

namespace sale_documents
{
namespace
{

constexpr std::string_view usual_quantity = "1";
constexpr std::string_view narrow_space = "\u202F"; // no-break, between thousands

struct LineField {
    int key = 0;
    std::string_view name;
};

std::optional<LineField> line_field(std::string_view name)
{
    const auto point = name.find('.');
    if (!name.starts_with('l') || point == std::string_view::npos) return {};
    const auto key = key_in(name.substr(1, point - 1));
    if (!key) return {};
    return LineField{*key, name.substr(point + 1)};
}

void take(TypedLine& line, std::string_view field, const std::string& text)
{
    if (field == "kind")
        forms::FieldType<LineKind>::read({text}, line.kind);
    else if (field == "ticked")
        line.is_ticked = true;
    else if (field == origin_field ||
             std::ranges::find(line_fields, field) != std::end(line_fields))
        line.texts.emplace(field, text);
}

/// Reads one field of the line into a value of that type; what is wrong is kept beside it.
template <class T>
T read(TypedLine& line, std::string_view field)
{
    T value{};
    if (auto error = forms::FieldType<T>::read({line.text(field)}, value))
        line.errors.emplace(field, forms::FieldError{error->key, std::move(error->params)});
    return value;
}

void check_quantity(TypedLine& line)
{
    const auto quantity = line.line.quantity;
    if (line.errors.contains("quantity")) return;
    if (quantity.value <= 0)
        line.errors["quantity"] = {"sale_documents.refusal.quantity", {}};
    else if (quantity > quantity_max)
        line.errors["quantity"] = {"sale_documents.refusal.quantity_large", {}};
}

void check_amount(TypedLine& line)
{
    if (line.errors.contains("quantity") || line.errors.contains("unit_price")) return;
    try {
        base::times(line.line.quantity, line.line.unit_price);
    } catch (const base::Refusal&) {
        line.errors["unit_price"] = {"sale_documents.refusal.line_large", {}};
    }
}

void read_price(TypedLine& line, billing::Regime regime)
{
    line.line.quantity = read<base::Quantity>(line, "quantity");
    line.line.unit = read<forms::Text<0, unit_length_max>>(line, "unit").value;
    line.line.unit_price = read<base::UnitPrice>(line, "unit_price");
    if (!line.text("discount").empty()) line.line.discount = read<base::Rate>(line, "discount");
    line.line.tax = line.text("tax");
    line.line.origin = read_origin(line.text(origin_field));
    if (billing::find_tax_choice(regime, line.line.tax) == nullptr &&
        billing::find_tax_choice(line.line.tax) == nullptr)
        line.errors["tax"] = {"sale_documents.refusal.tax", {}};
    check_quantity(line);
    check_amount(line);
}

void read_line(TypedLine& line, billing::Regime regime)
{
    line.line.kind = line.kind;
    if (line.is_blank()) return;
    if (line.kind == LineKind::text)
        line.line.name = read<forms::LongText<1, details_length_max>>(line, "name").value;
    else
        line.line.name = read<forms::Text<1, name_length_max>>(line, "name").value;
    line.line.details = read<forms::LongText<0, details_length_max>>(line, "details").value;
    line.line.is_ticked = line.kind == LineKind::option && line.is_ticked;
    if (has_price(line.kind)) read_price(line, regime);
}

/// « 10,6 »: as people type it, without spaces, so that it is read again the same.
std::string typed_number(std::int64_t scaled)
{
    auto text = base::shortest_decimal(scaled, base::decimal_places);
    std::ranges::replace(text, '.', ',');
    return text;
}

/// Two decimals or four: three would be read in two ways.
std::string typed_price(base::UnitPrice price)
{
    auto text = base::plain_decimal(price.value, base::decimal_places);
    if (text.ends_with("00")) text.resize(text.size() - 2);
    std::ranges::replace(text, '.', ',');
    for (auto at = text.find(','); at > 3; at -= 3)
        text.insert(at - 3, narrow_space);
    return text;
}

} // namespace

std::string_view TypedLine::text(std::string_view field) const
{
    const auto found = texts.find(field);
    return found == texts.end() ? std::string_view{} : std::string_view{found->second};
}

bool TypedLine::is_blank() const
{
    const auto says = [&](std::string_view field) {
        return text(field).find_first_not_of(" \r\n\t") != std::string_view::npos;
    };
    return !says("name") && !says("details") && !says("unit_price");
}

bool TypedLine::is_countable() const
{
    if (!has_price(kind) || is_blank()) return false;
    return std::ranges::none_of(errors, [](const auto& error) {
        return error.first != "name" && error.first != "details" && error.first != "unit";
    });
}

bool TypedLines::is_valid() const
{
    return std::ranges::all_of(lines, [](const auto& line) { return line.errors.empty(); });
}

int TypedLines::next_key() const
{
    int last = 0;
    for (const auto& line : lines)
        last = std::max(last, line.key);
    return last + 1;
}

TypedLine* TypedLines::find(int key)
{
    const auto found = std::ranges::find(lines, key, &TypedLine::key);
    return found == lines.end() ? nullptr : &*found;
}

std::string field_of(int key, std::string_view field)
{
    return "l" + std::to_string(key) + "." + std::string{field};
}

TypedLines read_lines(const forms::Typed& typed, billing::Regime regime)
{
    TypedLines read;
    std::map<int, std::size_t> places;
    for (const auto& [name, text] : typed) {
        const auto field = line_field(name);
        if (!field) continue;
        const auto [place, is_new] = places.emplace(field->key, read.lines.size());
        if (is_new && read.lines.size() == lines_read_max) break;
        if (is_new)
            read.lines.push_back({.key = field->key, .texts = {}, .errors = {}, .line = {}});
        take(read.lines[place->second], field->name, text);
    }
    for (auto& line : read.lines)
        read_line(line, regime);
    return read;
}

TypedLine typed_line(const Line& line)
{
    TypedLine typed{.kind = line.kind,
                    .is_ticked = line.is_ticked,
                    .texts = {{"name", line.name}, {"details", line.details}},
                    .errors = {},
                    .line = line};
    if (has_price(line.kind))
        typed.texts.insert({{"quantity", typed_number(line.quantity.value)},
                            {"unit", line.unit},
                            {"unit_price", typed_price(line.unit_price)},
                            {"discount", typed_number(line.discount.value)},
                            {"tax", line.tax}});
    if (line.origin) typed.texts.emplace(origin_field, typed_origin(*line.origin));
    return typed;
}

TypedLines typed_lines(const std::vector<Line>& lines)
{
    TypedLines typed;
    for (const auto& line : lines) {
        const auto key = typed.next_key();
        typed.lines.push_back(typed_line(line));
        typed.lines.back().key = key;
    }
    return typed;
}

TypedLine blank_line(LineKind kind, int key, const Books& books)
{
    TypedLine line{.key = key, .kind = kind, .texts = {}, .errors = {}, .line = {.kind = kind}};
    if (!has_price(kind)) return line;
    line.line.tax = usual_tax(books);
    line.texts = {
        {"quantity", std::string{usual_quantity}}, {"discount", "0"}, {"tax", line.line.tax}};
    return line;
}

std::vector<Line> lines_of(const TypedLines& typed)
{
    std::vector<Line> lines;
    for (const auto& line : typed.lines)
        if (!line.is_blank()) lines.push_back(line.line);
    return lines;
}

} // namespace sale_documents
