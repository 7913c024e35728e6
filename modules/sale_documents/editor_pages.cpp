#include "modules/sale_documents/editor_pages.hpp"

#include "modules/sale_documents/catalogue_pages.hpp"
#include "modules/sale_documents/catalogue_views.hpp"

#include <algorithm>

namespace sale_documents
{
namespace
{

/// The line a step was about: the one it names, or the new one.
int focus_of(const TypedLines& lines, std::string_view step)
{
    if (step.starts_with("add-")) return lines.next_key() - 1;
    return key_in(step.substr(std::min(step.find('-') + 1, step.size()))).value_or(0);
}

} // namespace

Stepped take_step(guard::Call& call, TypedLines& lines, std::string_view step, TypedPrices prices,
                  tenancy::ClientId client)
{
    const auto books = books_of(call.context().workspace());
    Stepped stepped;
    if (step == "catalogue" || step.starts_with("sell-")) {
        const auto offers = offers_today(call, prices, client);
        stepped.focus_key = take_offer(lines, offers, step);
        stepped.catalogue = catalogue(offers, books);
    }
    apply_step(lines, step, books);
    for (auto& line : lines.lines)
        line.errors.clear();
    if (stepped.focus_key == 0) stepped.focus_key = focus_of(lines, step);
    return stepped;
}

} // namespace sale_documents
