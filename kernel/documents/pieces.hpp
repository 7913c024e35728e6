#pragma once

#include "kernel/documents/canvas.hpp"
#include "kernel/documents/style.hpp"

#include <functional>
#include <string>
#include <vector>

/// A body measured, before its pages are known; for kernel/documents only.
namespace documents
{

inline constexpr double side_margin = 42;
inline constexpr double inner_width = paper_width - 2 * side_margin;

enum class Follows { Anything, Next }; ///< Next: stays on the page of the piece after it

/// What no page break cuts.
struct Piece {
    double height = 0;
    std::function<void(Canvas&, double)> draw; ///< from that y on
    Follows follows = Follows::Anything;
    int head = -1; ///< position of the piece repeated at the top of a new page; -1: none
};

inline constexpr Colour ink{0.10, 0.11, 0.14};
inline constexpr Colour quiet{0.36, 0.38, 0.43};
inline constexpr Colour greyed{0.44, 0.46, 0.50};
inline constexpr Colour line{0.85, 0.86, 0.89};
inline constexpr Colour shade{0.957, 0.96, 0.968};

/// The pieces of the blocks of sheets, then of quotes and invoices.
using Pieces = std::vector<Piece>;
void add(Pieces& to, Canvas& canvas, const Facts& block);
void add(Pieces& to, Canvas& canvas, const Entry& block);
void add(Pieces& to, Canvas& canvas, const Written& block, const Colour& brand);
void add(Pieces& to, Canvas& canvas, const Remark& block);
void add(Pieces& to, Canvas& canvas, const Photos& block);
void add(Pieces& to, Canvas& canvas, const Parties& block, const Style& style);
void add(Pieces& to, Canvas& canvas, const PricedLines& block, const Style& style);
void add(Pieces& to, Canvas& canvas, const Sums& block, const Style& style);
void add(Pieces& to, Canvas& canvas, const SignatureMark& block);
/// And of letters.
void add(Pieces& to, Canvas& canvas, const Abreast& block, const Colour& brand);
void add(Pieces& to, Canvas& canvas, const Rule& block, const Style& style);
void add(Pieces& to, Canvas& canvas, const Gap& block);
void add(Pieces& to, Canvas& canvas, const Emblem& block);
void add(Pieces& to, Canvas& canvas, const Picture& block);
void add(Pieces& to, Canvas& canvas, const Button& block, const Style& style);
void add(Pieces& to, Canvas& canvas, const SigningPlaces& block);
/// Words too long to be kept on one page: a piece for each line.
void add_lines(Pieces& to, Canvas& canvas, const Words& words, double x);

/// In order. Refuses "documents.refusal.too_long".
std::vector<Piece> pieces_of(Canvas& canvas, const Document& document);

/// Positions in `pieces` by page: a piece follows another where it fits, its head first where a
/// page begins with it.
std::vector<std::vector<std::size_t>> pages_of(const std::vector<Piece>& pieces, double first_room,
                                               double room);

} // namespace documents
