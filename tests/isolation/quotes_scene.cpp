#include "kernel/base/text.hpp"
#include "modules/quotes/answer_actions.hpp"
#include "modules/quotes/quote_actions.hpp"
#include "modules/quotes/quote_life_actions.hpp"
#include "modules/quotes/quote_store.hpp"
#include "modules/quotes/sending_actions.hpp"
#include "modules/quotes/sent_paper.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;
using tenancy::WorkspaceTransaction;
using test_world::Typed;

const std::string words = "Charpente " + std::string{isolation::marker};

Subject a_quote(Scene& scene)
{
    const auto id = scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        return quotes::start_quote(tx, {.client_id = scene.client.actor.client,
                                        .title = words,
                                        .valid_until = *base::Date::parse("2026-12-20")});
    });
    return {.path = {{"quote", id.text()}}};
}

/// With something to count, as one that leaves needs.
Subject a_priced_quote(Scene& scene)
{
    auto subject = a_quote(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = *quotes::QuoteId::parse(subject.path.at("quote"));
        const auto quote = quotes::quote_by_id(tx, id);
        quotes::save_quote(tx, quote, {{.name = words, .unit_price = {1'000'000}, .tax = "tva20"}},
                           quote.version);
    });
    return subject;
}

/// With its paper, and the mail that was written.
Subject a_sent_quote(Scene& scene)
{
    auto subject = a_priced_quote(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = *quotes::QuoteId::parse(subject.path.at("quote"));
        quotes::send_quote(tx, {.quote = id,
                                .seen_version = quotes::quote_by_id(tx, id).version,
                                .way = quotes::Way::mail,
                                .to_name = words,
                                .to_email = "client@marque.example",
                                .words = words,
                                .valid_until = *base::Date::parse("2099-12-31")});
    });
    scene.world.run_jobs();
    return subject;
}

Subject an_expired_quote(Scene& scene)
{
    auto subject = a_sent_quote(scene);
    scene.as(scene.admin).write([&](WorkspaceTransaction& tx) {
        const auto id = *quotes::QuoteId::parse(subject.path.at("quote"));
        auto quote = quotes::quote_by_id(tx, id);
        quotes::settle(tx, quotes::moved(quote, quotes::QuoteMove::expire), quotes::What::expired);
    });
    return subject;
}

/// As its client read it, with the options that were proposed.
Typed signing(Scene& scene, const Subject& subject)
{
    const auto id = *quotes::QuoteId::parse(subject.path.at("quote"));
    auto context = scene.as(scene.client);
    auto paper = context.read([&](WorkspaceTransaction& tx) { return quotes::sent_paper(tx, id); });
    return Typed{{"signer_name", words},
                 {"how", "typed_name"},
                 {"agreed", "on"},
                 {"shown", base::hex(base::sha256(quotes::drawn(context, std::move(paper))))}};
}

const bool is_registered = [] {
    auto& all = isolation::catalogue();
    all.subjects["quote"] = a_quote;
    all.subjects["priced_quote"] = a_priced_quote;
    all.subjects["sent_quote"] = a_sent_quote;
    all.subjects["own_quote"] = a_sent_quote;
    all.subjects["expired_quote"] = an_expired_quote;
    all.examples["SendQuote"] = [](Scene&, const Subject&) {
        return Typed{{"way", "mail"},
                     {"name", words},
                     {"email", "client@marque.example"},
                     {"valid_until", "2099-12-31"},
                     {"words", words},
                     {"version", "2"}};
    };
    all.examples["Sign"] = signing;
    all.without_example["POST /e/{workspace}/devis/{quote}/signature"] =
        "the scan is what it takes; judged in acceptance_test.cpp of quotes";
    all.examples["DeclineQuote"] = [](Scene&, const Subject&) { return Typed{{"reason", words}}; };
    all.examples["AskAboutQuote"] = [](Scene&, const Subject&) {
        return Typed{{"question", words}};
    };
    all.examples["CancelQuote"] = [](Scene&, const Subject&) { return Typed{{"reason", words}}; };
    all.examples["ExtendQuote"] = [](Scene&, const Subject&) {
        return Typed{{"valid_until", "2099-12-31"}};
    };
    all.examples["SaveFollowUps"] = [](Scene&, const Subject&) {
        return Typed{{"first", "3"}, {"second", ""}};
    };
    all.examples["StartQuote"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"title", words},
                     {"valid_until", "2026-12-20"}};
    };
    all.examples["SaveQuote"] = [](Scene& scene, const Subject&) {
        return Typed{{"client", scene.client.actor.client.text()},
                     {"title", words},
                     {"valid_until", "2026-12-20"},
                     {"version", "1"},
                     {"l1.kind", "line"},
                     {"l1.name", words},
                     {"l1.quantity", "1"},
                     {"l1.unit_price", "100"},
                     {"l1.tax", "tva20"}};
    };
    all.examples["RemoveQuote"] = [](Scene&, const Subject&) { return Typed{{"version", "1"}}; };
    return true;
}();

} // namespace
