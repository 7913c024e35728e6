#include "modules/signatures/journal_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/signatures/signed_paper.hpp"

namespace signatures
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* column = "mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6";

Html empty_journal()
{
    return ui::empty_state({.icon = "signature",
                            .title = t("signatures.journal.none"),
                            .detail = t("signatures.journal.none_detail")});
}

Html line_of(const JournalLine& line)
{
    const auto& signature = line.signature;
    return ui::row_link(line.to,
                        {.title = signature.title,
                         .detail = signature.signer_name + " · " + method_words(signature.method),
                         .aside = span(cls("num text-13"), line.when)});
}

} // namespace

Html journal_page(const JournalView& view)
{
    const auto head = div(
        cls("flex flex-wrap items-center gap-2"),
        p(cls("flex-1 text-13 text-fg-2"), t("signatures.journal.lead")),
        ui::link_button(view.csv, {.label = t("signatures.journal.export"), .icon = "download"}));
    if (view.lines.empty()) return div(cls(column), head, empty_journal());
    return div(cls(column), head, ui::card({}, each(view.lines, line_of)),
               ui::pager({.range = {}, .previous = view.first, .next = view.next}));
}

Html signature_page(const SignatureView& view)
{
    const auto& signature = view.signature;
    const auto text = [](const std::string& words) { return words.empty() ? none : span(words); };
    const auto hash = [](const std::string& digits) {
        return html::code(cls("break-all text-12"), digits);
    };
    return div(
        cls(column),
        ui::card({}, ui::card_body(ui::properties(
                         {{t("signatures.fact.signer"), text(signature.signer_name)},
                          {t("signatures.fact.email"), text(signature.signer_email)},
                          {t("signatures.fact.when"), text(view.when)},
                          {t("signatures.fact.method"), text(method_words(signature.method))},
                          {t("signatures.fact.code"), text(view.code)},
                          {t("signatures.fact.recorded_by"), text(view.recorded_by)},
                          {t("signatures.fact.address"), text(signature.address)},
                          {t("signatures.fact.device"), text(signature.device)},
                          {t("signatures.fact.shown_hash"), hash(signature.shown_sha256)},
                          {t("signatures.fact.signed_hash"), hash(signature.signed_sha256)},
                          {t("signatures.fact.fingerprint"), hash(view.fingerprint)}}))),
        div(cls("flex flex-wrap items-center gap-2"),
            ui::link_button(view.paper, {.label = t("signatures.journal.paper"),
                                         .icon = "file-check",
                                         .kind = ui::ButtonKind::Primary}),
            ui::link_button(view.evidence_pdf,
                            {.label = t("signatures.journal.evidence_pdf"), .icon = "download"}),
            ui::link_button(view.evidence_json,
                            {.label = t("signatures.journal.evidence_json"), .icon = "download"})));
}

} // namespace signatures
