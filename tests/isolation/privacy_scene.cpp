#include "modules/portability/portability.hpp"
#include "modules/privacy/request_actions.hpp"
#include "modules/privacy/retention_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using test_world::Typed;

Subject a_request(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        return privacy::record(tx, {.kind = privacy::RequestKind::erasure,
                                    .channel = privacy::Channel::letter,
                                    .person_name = "Anne " + std::string{isolation::marker},
                                    .person_email = "anne@ailleurs.example",
                                    .details = {}});
    });
    return {.path = {{"request", id.text()}}};
}

Subject a_packed_request(Scene& scene)
{
    static const test_support::TemporaryFolder folder;
    portability::install({.database = scene.world.options(), .folder = folder.path()});
    auto made = a_request(scene);
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        privacy::order_pack(tx, *privacy::RequestId::parse(made.path.at("request")));
    });
    scene.world.run_jobs();
    return made;
}

/// Nobody waits for an answer of that kind.
Typed ask(Scene& scene, const Subject&)
{
    scene.as(scene.admin).write([](tenancy::WorkspaceTransaction& tx) {
        for (const auto& request : privacy::RequestStore{tx}.list())
            if (request.state == privacy::RequestState::open)
                privacy::answer(tx, request.id, privacy::RequestState::done, "C’est fait, voilà.");
    });
    return {{"kind", "access"}, {"details", "Tout ce que vous gardez"}};
}

/// Held already, so that it can be lifted.
Typed a_hold(Scene& scene, const Subject&)
{
    const auto client = scene.client.actor.client;
    scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        privacy::place_hold(tx, client, "Litige");
    });
    return {{"client", client.text()}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["privacy_request"] = a_request;
    all.by_route["GET /e/{workspace}/reglages/donnees-personnelles/{request}/dossier"] =
        a_packed_request;
    all.examples["AskAboutMe"] = ask;
    all.examples["ChangeConsent"] = [](Scene&, const Subject&) {
        return Typed{{"purpose", "news"}, {"wanted", "yes"}};
    };
    all.examples["RecordRequest"] = [](Scene&, const Subject&) {
        return Typed{{"kind", "access"},
                     {"channel", "letter"},
                     {"person_name", "Anne " + std::string{isolation::marker}}};
    };
    all.examples["AnswerRequest"] = [](Scene&, const Subject&) {
        return Typed{{"state", "done"}, {"answer", "Nous avons corrigé."}};
    };
    all.examples["EraseRequester"] = [](Scene&, const Subject&) {
        return Typed{{"is_sure", "on"}};
    };
    all.examples["NameOfficer"] = [](Scene&, const Subject&) {
        return Typed{{"name", "Maëlle Cadic"}, {"email", "dpo@vigie.example"}};
    };
    all.examples["SavePeriods"] = [](Scene&, const Subject&) {
        return Typed{{"clients", "48"}, {"mails", "12"}, {"journal", "24"}};
    };
    all.examples["HoldClient"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()}, {"reason", "Litige"}};
    };
    all.examples["LiftHold"] = a_hold;
    return true;
}();

} // namespace
