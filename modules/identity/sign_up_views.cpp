#include "modules/identity/sign_up_views.hpp"

#include "kernel/html/ui/button.hpp"
#include "modules/identity/form_parts.hpp"

#include <array>

namespace identity
{

using namespace html;
using i18n::t;

namespace
{

constexpr std::array owner_labels{Named{"business", "identity.field.business"},
                                  Named{"name", "identity.field.name"},
                                  Named{"email", "identity.field.email"},
                                  Named{"phone", "identity.field.phone"},
                                  Named{"password", "identity.field.password"},
                                  Named{"preset", "identity.field.preset"},
                                  Named{"terms", "identity.consent.terms"},
                                  Named{"privacy", "identity.consent.privacy"},
                                  Named{"processing", "identity.consent.processing"}};

constexpr std::array client_labels{Named{"name", "identity.field.name"},
                                   Named{"company", "identity.field.company"},
                                   Named{"email", "identity.field.email"},
                                   Named{"phone", "identity.field.phone"},
                                   Named{"password", "identity.field.password"},
                                   Named{"terms", "identity.consent.terms"},
                                   Named{"privacy", "identity.consent.privacy"},
                                   Named{"processing", "identity.consent.processing"}};

struct Typing {
    const char* autocomplete = "";
    const char* inputmode = "";
    bool is_required = true;
};

template <class Command>
Html line(const forms::Form<Command>& form, const Named& named, const Typing& typing)
{
    auto field = field_of(form, named);
    field.autocomplete = typing.autocomplete;
    field.inputmode = typing.inputmode;
    field.is_required = typing.is_required;
    return ui::input_field(field);
}

template <class Command>
Html new_password(const forms::Form<Command>& form)
{
    auto field = field_of(form, {"password", "identity.field.password"});
    field.hint = t("identity.hint.password");
    field.autocomplete = "new-password";
    field.is_required = true;
    return ui::password_field(field);
}

template <class Command>
Html consents(const forms::Form<Command>& form)
{
    return fieldset(cls("grid grid-cols-1 gap-3"),
                    legend(cls("label"), t("identity.consent.legend")),
                    ui::check_box(field_of(form, {"terms", "identity.consent.terms"})),
                    ui::check_box(field_of(form, {"privacy", "identity.consent.privacy"})),
                    ui::check_box(field_of(form, {"processing", "identity.consent.processing"})));
}

Html send(std::string_view key)
{
    return ui::submit({.label = t(key),
                       .kind = ui::ButtonKind::Primary,
                       .size = ui::ButtonSize::Large,
                       .classes = "w-full"});
}

Html known_already(const SignUpFrame& frame)
{
    return p(cls("mt-6 text-13 text-fg-2"), t("identity.sign_up.known"), " ",
             ui::link(frame.sign_in, t("identity.sign_up.sign_in")));
}

Html preset_field(const forms::Form<OwnerSignUp>& form, const std::vector<ui::Choice>& presets)
{
    auto field = field_of(form, {"preset", "identity.field.preset"});
    field.is_required = true;
    if (presets.size() > 1) field.placeholder = t("identity.sign_up.choose_preset");
    return ui::select_field(field, presets);
}

} // namespace

Html owner_sign_up_view(const SignUpFrame& frame, const forms::Form<OwnerSignUp>& form,
                        const std::vector<ui::Choice>& presets)
{
    return group(
        heading(t("identity.sign_up.title"), t("identity.sign_up.lead")),
        refusal_banner(frame.problem), problems_of(form.errors, owner_labels),
        ui::form({.action = frame.action, .guard = frame.guard, .classes = "mt-7 grid gap-4"},
                 line(form, {"business", "identity.field.business"}, {"organization"}),
                 preset_field(form, presets), line(form, {"name", "identity.field.name"}, {"name"}),
                 line(form, {"email", "identity.field.email"}, {"email", "email"}),
                 line(form, {"phone", "identity.field.phone"}, {"tel", "tel"}), new_password(form),
                 consents(form), captcha_fields(frame.captcha, form.errors),
                 send("identity.sign_up.submit")),
        known_already(frame));
}

Html client_sign_up_view(const SignUpFrame& frame, const forms::Form<ClientSignUp>& form,
                         const std::string& business)
{
    return group(
        heading(t("identity.sign_up.client_title"),
                t("identity.sign_up.client_lead", {{"business", business}})),
        refusal_banner(frame.problem), problems_of(form.errors, client_labels),
        ui::form({.action = frame.action, .guard = frame.guard, .classes = "mt-7 grid gap-4"},
                 line(form, {"name", "identity.field.name"}, {"name"}),
                 line(form, {"company", "identity.field.company"}, {"organization", "", false}),
                 line(form, {"email", "identity.field.email"}, {"email", "email"}),
                 line(form, {"phone", "identity.field.phone"}, {"tel", "tel", false}),
                 new_password(form), consents(form), captcha_fields(frame.captcha, form.errors),
                 send("identity.sign_up.client_submit")),
        known_already(frame));
}

Html statement_view(const Statement& statement)
{
    return group(heading(statement.title, statement.words),
                 statement.action ? ui::form({.action = *statement.action,
                                              .guard = statement.guard,
                                              .classes = "mt-7 grid gap-4"},
                                             ui::submit({.label = statement.button,
                                                         .kind = ui::ButtonKind::Primary,
                                                         .size = ui::ButtonSize::Large,
                                                         .classes = "w-full"}))
                                  : none,
                 statement.to ? p(cls("mt-6 text-13"), ui::link(*statement.to, statement.link))
                              : none);
}

} // namespace identity
