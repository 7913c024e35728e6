#include "modules/client_entry/site_views.hpp"

#include "kernel/guard/form_view.hpp"
#include "kernel/html/ui/assets.hpp"
#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/card.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace client_entry
{

using namespace html;
using i18n::t;

namespace
{

constexpr int site_lines = 5;

/// To paste into a page that has nothing of ours: no class, no script.
std::string link_snippet(const std::string& address)
{
    const auto text = html::text(t("client_entry.button")).text();
    return "<a href=\"" + address +
           "\" style=\"display:inline-block;padding:12px 20px;border-radius:8px;"
           "background:#1f3a5f;color:#fff;font:600 16px/1.25 system-ui,sans-serif;"
           "text-decoration:none\">" +
           text + "</a>";
}

std::string frame_snippet(const std::string& address)
{
    const auto text = html::text(t("client_entry.button")).text();
    return "<iframe src=\"" + address + "\" title=\"" + text +
           "\" width=\"220\" height=\"60\" style=\"border:0\" loading=\"lazy\"></iframe>";
}

/// Read and copied by hand without script.
Html to_copy(const std::string& code, std::string_view label)
{
    return div(
        cls("grid grid-cols-1 gap-2"), attribute<"data-controller">("copy"),
        pre(cls("overflow-x-auto rounded-lg border border-line bg-surface-2 p-3 text-12"),
            tabindex(0), role("region"), attribute<"aria-label">(label),
            html::code(attribute<"data-copy-target">("text"), code)),
        div(ui::button({.label = t("client_entry.copy"),
                        .icon = "copy",
                        .size = ui::ButtonSize::Small,
                        .more = attributes(attribute<"data-action">("copy#copy"),
                                           attribute<"data-copied">(t("client_entry.copied")))})));
}

} // namespace

Html sites_page(const SitesView& view)
{
    const guard::FormView fields{view.form, "client_entry.field"};
    const auto form = ui::form({.action = view.save, .guard = view.guard},
                               ui::text_area(fields.field("sites"), site_lines),
                               ui::form_actions(ui::submit({.label = t("client_entry.save"),
                                                            .kind = ui::ButtonKind::Primary})));
    return div(
        cls("mx-auto grid w-full grid-cols-1 max-w-[720px] gap-6 px-4 py-6 lg:px-8"),
        p(cls("text-13 text-fg-2"), t("client_entry.lead")), fields.summary(),
        ui::card({.title = t("client_entry.link.title"), .id = "lien"},
                 ui::card_body(div(
                     cls("grid grid-cols-1 gap-3"), p(cls("text-13"), t("client_entry.link.words")),
                     to_copy(view.address, t("client_entry.link.address")),
                     p(cls("text-13"), t("client_entry.link.styled")),
                     to_copy(link_snippet(view.address), t("client_entry.link.code"))))),
        ui::card(
            {.title = t("client_entry.frame.title"), .id = "bouton"},
            ui::card_body(
                div(cls("grid grid-cols-1 gap-3"), p(cls("text-13"), t("client_entry.frame.words")),
                    form, p(cls("text-13"), t("client_entry.frame.paste")),
                    to_copy(frame_snippet(view.button_address), t("client_entry.frame.code")),
                    p(cls("text-13"), ui::link(view.button, t("client_entry.frame.see")))))));
}

Html button_document(const ui::Brand& brand, const Url& portal)
{
    return document(
        lang("fr"),
        head(meta(attribute<"charset">("utf-8")),
             meta(name("viewport"), attribute<"content">("width=device-width, initial-scale=1")),
             document_title(t("client_entry.button"), " · ", brand.name),
             link(rel("stylesheet"), href(ui::assets().stylesheet)),
             brand.colours ? link(rel("stylesheet"), href(*brand.colours)) : none),
        body(main_(cls("p-2"), a(href(portal), target("_top"), cls("btn btn-primary"),
                                 attribute<"aria-label">(
                                     t("client_entry.button_of", {{"business", brand.name}})),
                                 t("client_entry.button")))));
}

} // namespace client_entry
