#include "modules/signatures/signing_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "kernel/html/ui/form.hpp"
#include "kernel/i18n/translate.hpp"

namespace signatures
{

using namespace html;
using i18n::t;

namespace
{

constexpr const char* pictures = "image/png,image/jpeg";
constexpr const char* scans = "application/pdf,image/png,image/jpeg";

Html changed_banner(bool has_changed)
{
    if (!has_changed) return none;
    return ui::banner({.tone = ui::Tone::Amber,
                       .icon = "triangle-alert",
                       .strong = t("signatures.form.changed"),
                       .words = t("signatures.form.changed_detail"),
                       .urgency = ui::Urgency::Alert});
}

ui::Field file_of(const guard::FormView& fields, std::string_view name)
{
    auto field = fields.field(name);
    field.value.clear();
    return field;
}

Html code_part(const SigningView& view)
{
    if (!view.needs_code) return none;
    auto code = view.fields.field("code");
    code.inputmode = "numeric";
    code.autocomplete = "one-time-code";
    code.is_numeric = true;
    code.is_required = true;
    code.length_max = 12;
    const auto* const said =
        view.is_code_sent ? "signatures.form.code_sent" : "signatures.form.code";
    return div(cls("card grid gap-3 p-4"),
               p(cls("text-13 text-fg-2"), role("status"), t(said, {{"email", view.email}})),
               div(ui::submit({.label = t(view.is_code_sent ? "signatures.form.send_again"
                                                            : "signatures.form.send_code"),
                               .icon = "mail",
                               .more = attributes(formaction(view.ask_code),
                                                  attribute<"data-turbo">("false"))})),
               ui::input_field(code));
}

/// With a script a box to draw in; without it the choice is not there.
Html pad(const SigningView& view)
{
    const auto field = view.fields.field("drawn");
    return div(attribute<"data-part">("drawing"), hidden(),
               p(cls("label"), t("signatures.form.draw")),
               svg(attribute<"data-pad">(""), attribute<"viewBox">("0 0 300 150"), role("img"),
                   cls("block w-full max-w-[420px] rounded-lg border border-control"),
                   attribute<"aria-label">(t("signatures.form.pad"))),
               div(cls("mt-2 flex flex-wrap gap-2"),
                   ui::button({.label = t("signatures.form.undo"),
                               .icon = "undo-2",
                               .more = attribute<"data-undo">("")}),
                   ui::button({.label = t("signatures.form.clear"),
                               .icon = "eraser",
                               .more = attribute<"data-clear">("")})),
               p(cls("sr-only"), role("status"), attribute<"data-said">(""),
                 attribute<"data-empty">(t("signatures.form.is_empty")),
                 attribute<"data-drawn">(t("signatures.form.is_drawn"))),
               when(!field.error.empty(), p(cls("err"), field.error)));
}

Html choices(const SigningView& view)
{
    auto how = view.fields.field("how", "typed_name");
    const auto choice = [](const char* code) {
        return ui::Choice{.value = code, .label = t("signatures.how." + std::string{code})};
    };
    return ui::radio_group(how, {choice("typed_name"), choice("image")});
}

} // namespace

Html signing_view(const SigningView& view)
{
    auto name = view.fields.field("signer_name", view.name);
    name.autocomplete = "name";
    auto agreed = view.fields.field("agreed");
    agreed.value.clear();
    return ui::form({.action = view.action,
                     .guard = view.guard,
                     .has_files = true,
                     .more = attributes(attribute<"data-controller">("island"),
                                        attribute<"data-island">("signature_pad"),
                                        attribute<"data-how">(view.how),
                                        attribute<"data-draw">(t("signatures.how.drawing")))},
                    changed_banner(view.has_changed), ui::hidden_field("shown", view.shown),
                    ui::input_field(name), code_part(view), choices(view),
                    html::input(type("hidden"), html::name("drawn"), value(view.drawn)), pad(view),
                    div(attribute<"data-part">("image"),
                        ui::file_field(file_of(view.fields, "image"), pictures)),
                    ui::check_box(agreed),
                    ui::form_actions(ui::submit({.label = t("signatures.form.sign"),
                                                 .icon = "signature",
                                                 .kind = ui::ButtonKind::Primary,
                                                 .size = ui::ButtonSize::Large})));
}

Html scan_view(const ScanView& view)
{
    return ui::form({.action = view.action, .guard = view.guard, .has_files = true},
                    changed_banner(view.has_changed), ui::hidden_field("shown", view.shown),
                    ui::input_field(view.fields.field("signer_name")),
                    ui::file_field(file_of(view.fields, "scan"), scans),
                    ui::form_actions(ui::submit({.label = t("signatures.form.record"),
                                                 .icon = "file-check",
                                                 .kind = ui::ButtonKind::Primary})));
}

std::string masked(std::string_view email)
{
    const auto at = email.find('@');
    if (at == std::string_view::npos || at == 0) return {};
    return std::string{email.substr(0, 1)} + "•••" + std::string{email.substr(at)};
}

} // namespace signatures
