#include "modules/invoices/sums_views.hpp"

#include "modules/invoices/invoice_paper.hpp"

namespace invoices
{

using namespace html;

namespace
{

Html sum_row(const Sum& sum)
{
    return div(cls("flex items-baseline gap-3 py-1"),
               dt(cls("min-w-0 flex-1 text-14 text-fg-2"), sum.label),
               dd(cls("num shrink-0 text-14"), sum.amount));
}

/// The last one is what is to be paid.
Html total_row(const Sum& sum)
{
    return div(cls("mt-1.5 flex items-baseline gap-3 border-t border-line pt-2"),
               dt(cls("flex-1 font-[600]"), sum.label),
               dd(cls("num text-18 font-[640]"), sum.amount));
}

} // namespace

Html invoice_sums(const sale_documents::DocumentView& view)
{
    auto sums = document_sums(view);
    if (!view.counted.figures) return sums;
    const auto after = sums_after_total(*view.counted.figures, view.books);
    if (after.empty()) return sums;
    Html rows;
    for (std::size_t i = 0; i + 1 < after.size(); ++i)
        rows += sum_row(after[i]);
    return group(sums, dl(rows, total_row(after.back())));
}

} // namespace invoices
