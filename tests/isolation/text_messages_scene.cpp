#include "kernel/sms/account.hpp"
#include "kernel/sms/outbox.hpp"
#include "kernel/sms/sms.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

Typed an_account(Scene&, const Subject&)
{
    return {{"provider", "ovh"},        {"account", "sms-ab12345-1"}, {"sender", "ARMOR"},
            {"application_key", "cle"}, {"secret", "secret"},         {"consumer_key", "autre"}};
}

/// With an account that is saved and not tested.
Subject with_an_account(Scene& scene)
{
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        sms::save_account(tx, scene.world.site().vault(),
                          {.provider = sms::Provider::ovh,
                           .account = "sms-ab12345-1",
                           .application_key = "cle",
                           .secret = "secret",
                           .consumer_key = "autre",
                           .sender = "ARMOR"});
    });
    return {};
}

Subject a_text(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return sms::write_message(tx, {.to_name = "Malo " + std::string{isolation::marker},
                                       .to_number = "+33612345678",
                                       .words = std::string{isolation::marker},
                                       .link = {},
                                       .event = "progress.published"});
    });
    return {.path = {{"text", id.text()}}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["text"] = a_text;
    all.examples["SaveAccount"] = an_account;
    all.examples["TestAccount"] = [](Scene&, const Subject&) {
        return Typed{{"number", "06 12 34 56 78"}};
    };
    all.examples["SaveMobile"] = [](Scene&, const Subject&) {
        return Typed{{"mobile", "06 12 34 56 78"}};
    };
    all.by_route["POST /e/{workspace}/reglages/sms/essai"] = with_an_account;
    for (const char* route : {"POST /e/{workspace}/reglages/sms/activation",
                              "POST /e/{workspace}/reglages/sms/{text}/renvoi"})
        all.without_example[route] =
            "needs a provider; its success is judged by one in modules/text_messages tests";
    return true;
}();

} // namespace
