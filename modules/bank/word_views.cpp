#include "kernel/base/text.hpp"
#include "kernel/forms/field_types.hpp"
#include "kernel/html/ui/tone.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/bank/bank_views.hpp"

namespace bank
{

using namespace html;

Url bank_path(std::string_view slug)
{
    return route("/e/{}/banque", slug);
}

Url done_path(std::string_view slug)
{
    return route("/e/{}/banque/traites", slug);
}

Url line_path(std::string_view slug, LineId line)
{
    return route("/e/{}/banque/{}", slug, line);
}

Url draft_path(std::string_view slug, DraftId draft)
{
    return route("/e/{}/banque/colonnes/{}", slug, draft);
}

Url invoice_path(std::string_view slug, invoices::InvoiceId invoice)
{
    return route("/e/{}/factures/{}", slug, invoice);
}

std::string words_of(const Line& line)
{
    auto words = i18n::long_date(line.booked_on);
    if (!line.counterpart.empty()) words += " · " + line.counterpart;
    if (!line.label.empty()) words += " · " + line.label;
    return words;
}

std::string match_of(LineId line, const Proposal& proposal)
{
    std::vector<std::string> ids;
    for (const auto id : proposal.invoices)
        ids.push_back(id.text());
    return line.text() + ":" + base::join(ids, "-");
}

Html reason_badge(Reason reason)
{
    const auto words = i18n::t("bank.reason." + std::string{forms::enum_name(reason)});
    switch (reason) {
    case Reason::number:
        return ui::badge(words, ui::Tone::Green);
    case Reason::part:
    case Reason::client_amount:
    case Reason::client_sum:
    case Reason::amount:
        return ui::badge(words, ui::Tone::Blue);
    case Reason::named:
    case Reason::client:
    case Reason::several:
        return ui::badge(words, ui::Tone::Amber);
    case Reason::none:
        break;
    }
    return ui::badge(words, ui::Tone::Gray);
}

} // namespace bank
