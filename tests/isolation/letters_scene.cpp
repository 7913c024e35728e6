#include "kernel/base/text.hpp"
#include "modules/letters/letter_actions.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/model_actions.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Lettre " + std::string{isolation::marker};

/// Saved twice: it has a version to come back to.
Subject a_model(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([](WorkspaceTransaction& tx) {
        const auto made = letters::copy_model(tx, "simple", words);
        auto changed = letters::own_model(tx, made);
        changed.content.blocks.front().align = letters::BlockAlign::left;
        letters::save_model(tx, {.id = made,
                                 .name = changed.name,
                                 .content = changed.content,
                                 .seen_version = changed.version});
        return made;
    });
    return {.path = {{"model", id.text()}}};
}

Subject a_letter(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return letters::start_letter(
            tx, {.client = scene.client.actor.client, .model = "service_contract", .title = words});
    });
    return {.path = {{"letter", id.text()}}};
}

letters::LetterId id_of(const Subject& subject)
{
    return *letters::LetterId::parse(subject.path.at("letter"));
}

/// With its paper, and the mail that was written.
Subject a_sent_letter(Scene& scene)
{
    auto subject = a_letter(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        letters::send_letter(tx, {.id = id_of(subject),
                                  .seen_version = 1,
                                  .to_name = words,
                                  .to_email = "client@marque.example",
                                  .words = words});
    });
    scene.world.run_jobs();
    return subject;
}

Typed signing(Scene& scene, const Subject& subject)
{
    auto context = scene.as(scene.client);
    const auto issue = context.read([&](WorkspaceTransaction& tx) {
        return letters::LetterStore{tx}.find_issue(id_of(subject), 1).value();
    });
    const auto pdf = documents::pdf_of(
        letters::document_of(context, letters::paper_from(issue.paper), issue.sent_at));
    return Typed{{"signer_name", words},
                 {"how", "typed_name"},
                 {"agreed", "on"},
                 {"shown", base::hex(base::sha256(pdf))}};
}

Typed sheet(const char* version)
{
    return Typed{{"spacing", "normal"},  {"version", version}, {"b1.kind", "heading"},
                 {"b1.words", words},    {"b2.kind", "text"},  {"b2.text", words},
                 {"b2.align", "centre"}, {"colour", ""}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["letter_model"] = a_model;
    all.subjects["ready_letter_model"] = [](Scene&) {
        return Subject{.path = {{"model", "simple"}}, .shared = isolation::Shared::with_everybody};
    };
    all.subjects["letter"] = a_letter;
    all.subjects["sent_letter"] = a_sent_letter;
    all.subjects["own_letter"] = a_sent_letter;
    all.examples["CopyModel"] = [](Scene&, const Subject&) {
        return Typed{{"from", "simple"}, {"name", words}};
    };
    all.examples["ChooseModels"] = [](Scene&, const Subject&) {
        return Typed{{"letter", "certificate"}, {"contract", "purchase_order"}};
    };
    all.examples["SaveModel"] = [](Scene&, const Subject&) {
        auto typed = sheet("2");
        typed.emplace_back("name", words);
        return typed;
    };
    all.examples["RestoreModel"] = [](Scene&, const Subject&) { return Typed{{"version", "1"}}; };
    all.examples["RemoveModel"] = [](Scene&, const Subject&) { return Typed{{"version", "2"}}; };
    all.examples["StartLetter"] = [](Scene& scene, const Subject&) {
        return Typed{
            {"client", scene.client.actor.client.text()}, {"model", "simple"}, {"title", words}};
    };
    all.examples["SaveLetter"] = [](Scene&, const Subject&) {
        auto typed = sheet("1");
        typed.emplace_back("title", words);
        return typed;
    };
    all.examples["SendLetter"] = [](Scene&, const Subject&) {
        return Typed{{"way", "mail"},
                     {"name", words},
                     {"email", "client@marque.example"},
                     {"words", words},
                     {"version", "1"}};
    };
    all.examples["RemoveLetter"] = [](Scene&, const Subject&) { return Typed{{"version", "1"}}; };
    all.examples["SignContract"] = signing;
    return true;
}();

} // namespace
