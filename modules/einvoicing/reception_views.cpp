#include "modules/einvoicing/reception_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/field.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/html/ui/list.hpp"
#include "kernel/i18n/format.hpp"
#include "kernel/i18n/translate.hpp"

namespace einvoicing
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::string_view accepted_types = ".pdf,.xml,application/pdf,text/xml,application/xml";

std::string sentence_of(const Reception& reception)
{
    if (reception.state == ReceptionState::repeated) return t("einvoicing.receptions.repeated");
    return t(reception.why, {{"value", reception.why_value}});
}

Html small_form(const ReceptionsView& view, const Reception& reception, std::string_view end,
                const ui::Button& button, const std::string& confirm)
{
    const auto action =
        receptions_path(view.slug).text() + "/" + reception.id.text() + std::string{end};
    return ui::form(
        {.action = checked_local(action), .guard = view.guard, .classes = "", .confirm = confirm},
        ui::submit(button));
}

Html actions_of(const ReceptionsView& view, const ReceptionLine& line)
{
    const auto& reception = line.reception;
    Html actions;
    if (line.invoice)
        actions += ui::link_button(*line.invoice, {.label = t("einvoicing.receptions.see"),
                                                   .size = ui::ButtonSize::Small});
    if (line.original)
        actions += ui::link_button(*line.original, {.label = t("einvoicing.original.save"),
                                                    .icon = "download",
                                                    .size = ui::ButtonSize::Small});
    if (!line.may_manage) return actions;
    const bool waits = reception.state == ReceptionState::quarantined && !is_message(reception);
    if (line.original && waits)
        actions += small_form(
            view, reception, "/relecture",
            {.label = t("einvoicing.receptions.again"), .size = ui::ButtonSize::Small}, {});
    return group(actions, small_form(view, reception, "/retrait",
                                     {.label = t("einvoicing.receptions.dismiss"),
                                      .icon = "trash-2",
                                      .size = ui::ButtonSize::Small},
                                     t("einvoicing.receptions.confirm")));
}

std::string came_words(const ReceptionLine& line)
{
    const auto& sender = line.reception.sender;
    if (sender.empty()) return line.when;
    return t("einvoicing.receptions.by_mail", {{"sender", sender}, {"when", line.when}});
}

Html line_of(const ReceptionsView& view, const ReceptionLine& line)
{
    const bool is_repeated = line.reception.state == ReceptionState::repeated;
    return ui::card_body(div(cls("flex flex-wrap items-start gap-3"),
                             is_repeated ? ui::tile("copy", ui::Tone::Gray)
                                         : ui::tile("triangle-alert", ui::Tone::Amber),
                             div(cls("min-w-0 flex-1 basis-60"),
                                 p(cls("font-[560] break-words"), line.reception.name),
                                 p(cls("mt-1 text-13 text-fg-2"), sentence_of(line.reception)),
                                 p(cls("mt-1 break-words text-12 text-fg-3"), came_words(line))),
                             div(cls("flex flex-wrap gap-2"), actions_of(view, line))));
}

} // namespace

Url supplier_invoices_path(std::string_view slug)
{
    return route("/e/{}/factures-recues", slug);
}

Url supplier_invoice_path(std::string_view slug, SupplierInvoiceId invoice)
{
    return route("/e/{}/factures-recues/{}", slug, invoice);
}

Url receptions_path(std::string_view slug)
{
    return route("/e/{}/factures-recues/a-trier", slug);
}

Html upload_card(const UploadView& view)
{
    return ui::card(
        {.title = t("einvoicing.upload.title"), .id = "recevoir"},
        ui::card_body(ui::form({.action = view.action, .guard = view.guard, .has_files = true},
                               ui::file_field({.name = "files",
                                               .label = t("einvoicing.upload.label"),
                                               .hint = t("einvoicing.upload.hint"),
                                               .error = view.error,
                                               .more = multiple()},
                                              accepted_types),
                               ui::form_actions(ui::submit({.label = t("einvoicing.upload.submit"),
                                                            .icon = "upload",
                                                            .kind = ui::ButtonKind::Primary})))));
}

Html receptions_page(const ReceptionsView& view)
{
    const auto column = cls("mx-auto grid w-full max-w-[860px] grid-cols-1 gap-4 px-4 py-6");
    const auto lead = p(cls("text-13 text-fg-2"), t("einvoicing.receptions.lead"));
    if (view.lines.empty())
        return div(column, lead,
                   ui::empty_state({.icon = "circle-check",
                                    .title = t("einvoicing.receptions.none"),
                                    .detail = t("einvoicing.receptions.none_detail")}));
    return div(column, lead, ui::card({}, each(view.lines, [&](const auto& line) {
                                          return line_of(view, line);
                                      })));
}

} // namespace einvoicing
