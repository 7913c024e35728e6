#pragma once

#include "kernel/forms/form.hpp"
#include "modules/billing/billing.hpp"
#include "modules/sale_documents/count.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The lines of a document as a form sends them: « l3.name », « l3.quantity »… of the line with key
/// 3; the order is that in which the keys first come.
namespace sale_documents
{

/// What a line has that is typed, in the order it is read.
inline constexpr std::string_view line_fields[] = {"name",       "details",  "quantity", "unit",
                                                   "unit_price", "discount", "tax"};

struct TypedLine {
    int key = 0; ///< 1 or more, one a line; 0 for one that a script copies
    LineKind kind = LineKind::line;
    bool is_ticked = false;
    std::map<std::string, std::string, std::less<>> texts;        ///< by field, as typed
    std::map<std::string, forms::FieldError, std::less<>> errors; ///< by field
    Line line; ///< what its texts say where they are right

    std::string_view text(std::string_view field) const;
    /// Nothing was typed that is worth keeping.
    bool is_blank() const;
    /// Quantity, price, discount and tax are right, whatever its name.
    bool is_countable() const;
};

struct TypedLines {
    std::vector<TypedLine> lines; ///< in order, at most lines_read_max

    bool is_valid() const;
    int next_key() const;
    TypedLine* find(int key);
};
/// More than lines_max, so that who types one too many finds it again.
inline constexpr int lines_read_max = 250;

/// The key a text names, nothing when it is not one.
std::optional<int> key_in(std::string_view text);
/// « l3.name ».
std::string field_of(int key, std::string_view field);

/// A tax is one of the regime, or the one a line already had.
TypedLines read_lines(const forms::Typed& typed, billing::Regime regime);
/// As the form of a saved document shows it; its key is 0.
TypedLine typed_line(const Line& line);
/// Those of a document, with their keys.
TypedLines typed_lines(const std::vector<Line>& lines);
/// A new one of that kind: one piece, the usual tax.
TypedLine blank_line(LineKind kind, int key, const Books& books);

/// Those that are not blank, for storing. Of lines that are all right.
std::vector<Line> lines_of(const TypedLines& typed);

/// What a button that needs no JavaScript asks: « add-line », « up-3 », « down-3 », « remove-3 »,
/// « switch-3 » (a line becomes an option, or back). Something else changes nothing.
void apply_step(TypedLines& typed, std::string_view step, const Books& books);

} // namespace sale_documents
