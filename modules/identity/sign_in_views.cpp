#include "modules/identity/sign_in_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "kernel/html/ui/feedback.hpp"
#include "modules/identity/form_parts.hpp"

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

/// A page given back with what was typed answers the POST itself, which Turbo would not show.
Attribute as_a_whole_page(const std::string& kept)
{
    return when(!kept.empty(), attribute<"data-turbo">("false"));
}

Html way_back(const std::string& next, const std::string& kept)
{
    return group(when(!next.empty(), ui::hidden_field("_next", next)),
                 when(!kept.empty(), ui::hidden_field("_kept", kept)));
}

Html identifier_field(const SignInView& view)
{
    auto field =
        field_of(view.form, {"identifier", view.takes_user_names ? "identity.field.identifier"
                                                                 : "identity.field.email"});
    field.autocomplete = "username";
    field.inputmode = view.takes_user_names ? "" : "email";
    field.is_required = true;
    field.has_focus = view.form.typed_value("identifier").empty();
    return ui::input_field(field);
}

Html password_row(const SignInView& view)
{
    auto field = field_of(view.form, {"password", "identity.field.password"});
    field.autocomplete = "current-password";
    field.is_required = true;
    return group(ui::password_field(field),
                 p(cls("-mt-2 text-right text-13"),
                   ui::link(view.forgotten, t("identity.sign_in.forgotten"))));
}

Html remember_box(const SignInView& view)
{
    auto field = field_of(view.form, {"remember", "identity.field.remember"});
    field.hint = t("identity.sign_in.remember_hint");
    return ui::check_box(field);
}

Html sign_up_line(const SignInView& view)
{
    if (view.sign_up_words.empty()) return none;
    return p(cls("mt-6 text-13 text-fg-2"),
             view.sign_up ? ui::link(*view.sign_up, view.sign_up_words) : text(view.sign_up_words));
}

} // namespace

Html sign_in_view(const SignInView& view)
{
    const auto lead = view.kept.empty() ? "identity.sign_in.lead" : "identity.sign_in.expired";
    return group(heading(t("identity.sign_in.title"), t(lead)), refusal_banner(view.problem),
                 ui::form({.action = view.action,
                           .guard = view.guard,
                           .classes = "mt-7 grid gap-4",
                           .more = as_a_whole_page(view.kept)},
                          way_back(view.next, view.kept), identifier_field(view),
                          password_row(view), captcha_fields(view.captcha, view.form.errors),
                          remember_box(view),
                          ui::submit({.label = t("identity.sign_in.submit"),
                                      .kind = ui::ButtonKind::Primary,
                                      .size = ui::ButtonSize::Large,
                                      .classes = "w-full"})),
                 view.external, sign_up_line(view));
}

Html proof_view(const ProofView& view)
{
    ui::Field code{.name = "code",
                   .label = t("identity.proof.code"),
                   .inputmode = "numeric",
                   .is_required = true,
                   .has_focus = true};
    ui::Field recovery{.name = "recovery_code",
                       .label = t("identity.proof.recovery_code"),
                       .hint = t("identity.proof.recovery_hint"),
                       .autocomplete = "off",
                       .length_max = 40};
    const auto submit = [](std::string_view key) {
        return ui::submit({.label = t(key),
                           .kind = ui::ButtonKind::Primary,
                           .size = ui::ButtonSize::Large,
                           .classes = "w-full"});
    };
    return group(
        span(cls("tile t-blue mb-5 !size-11 !rounded-xl"), ui::icon("shield-check", "i-lg")),
        heading(t("identity.proof.title"), t("identity.proof.lead", {{"account", view.account}})),
        refusal_banner(view.problem),
        ui::form({.action = view.action,
                  .guard = view.guard,
                  .classes = "mt-7 grid gap-5",
                  .more = as_a_whole_page(view.kept)},
                 way_back(view.next, view.kept), ui::code_field(code),
                 submit("identity.proof.submit")),
        details(cls("mt-6 text-13"), summary(cls("link"), t("identity.proof.use_recovery")),
                ui::form({.action = view.action,
                          .guard = view.guard,
                          .classes = "mt-4 grid gap-4",
                          .more = as_a_whole_page(view.kept)},
                         way_back(view.next, view.kept), ui::input_field(recovery),
                         submit("identity.proof.submit_recovery"))),
        div(cls("mt-4"), view.sign_out));
}

} // namespace identity
