#include "modules/invoices/kept_regime_pages.hpp"

#include "kernel/html/ui/feedback.hpp"
#include "kernel/i18n/translate.hpp"

namespace invoices
{

html::Html kept_regime_notice(guard::Call& call, std::optional<quotes::QuoteId> quote)
{
    if (!quote) return html::none;
    const auto& context = call.context();
    const auto accepted = context.read(
        [&](tenancy::WorkspaceTransaction& tx) { return quotes::accepted_quote(tx, *quote); });
    const auto books = sale_documents::books_of(context.workspace());
    const bool is_kept = sale_documents::line_of_other_regime(accepted.lines, books) != nullptr;
    if (!is_kept || accepted.is_cancelled) return html::none;
    return ui::banner(
        {.tone = ui::Tone::Blue,
         .icon = "info",
         .words = i18n::t("invoices.share.kept_regime", {{"number", accepted.number}})});
}

} // namespace invoices
