#include "kernel/base/refusal.hpp"
#include "kernel/documents/pieces.hpp"

namespace documents
{
namespace
{

/// With the pieces it must stay with.
double height_of_run(const std::vector<Piece>& pieces, std::size_t from)
{
    auto height = pieces[from].height;
    for (auto at = from; pieces[at].follows == Follows::Next && at + 1 < pieces.size(); ++at)
        height += pieces[at + 1].height;
    return height;
}

} // namespace

std::vector<std::vector<std::size_t>> pages_of(const std::vector<Piece>& pieces, double first_room,
                                               double room)
{
    std::vector<std::vector<std::size_t>> pages(1);
    auto left = first_room;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const auto& piece = pieces[i];
        const auto wanted = height_of_run(pieces, i);
        const bool is_run_too_high = wanted > room;
        if ((is_run_too_high ? piece.height : wanted) > left && !pages.back().empty()) {
            base::refuse_unless(std::ssize(pages) < pages_max, "documents.refusal.too_long");
            pages.emplace_back();
            left = room;
            if (piece.head >= 0) {
                pages.back().push_back(static_cast<std::size_t>(piece.head));
                left -= pieces[static_cast<std::size_t>(piece.head)].height;
            }
        }
        pages.back().push_back(i);
        left -= piece.height;
    }
    return pages;
}

} // namespace documents
