#include "kernel/module.hpp"

#include "modules/text_messages/account_pages.hpp"
#include "modules/text_messages/erasure_listeners.hpp"
#include "modules/text_messages/mobile_pages.hpp"
#include "modules/text_messages/text_messages.hpp"

namespace text_messages
{

void describe(kernel::Module& module)
{
    constexpr const char* manage = "text_messages.manage";
    module.permission(manage, "text_messages.permission.manage");
    module.staff("/reglages/sms")
        .get("", show_account, guard::needs(manage))
        .post("", update_account, guard::needs(manage), "SaveAccount")
        .post("/essai", create_test, guard::needs(manage), "TestAccount")
        .post("/activation", activate, guard::needs(manage))
        .post("/arret", disable, guard::needs(manage))
        .post("/{text}/renvoi", resend_message, guard::needs(manage), {}, "text");
    module.staff("/mon-portable")
        .get("", show_mobile, guard::any_member())
        .post("", update_mobile, guard::any_member(), "SaveMobile");
    module.panel({.slot = "own_notifications", .permission = {}, .render = mobile_panel});
    module.settings({.label_key = "text_messages.title",
                     .hint_key = "text_messages.hint",
                     .path = "/reglages/sms",
                     .icon = "smartphone",
                     .permission = manage,
                     .order = 44});
    module.on<privacy::PersonErased>(on_person_erased);
}

} // namespace text_messages
