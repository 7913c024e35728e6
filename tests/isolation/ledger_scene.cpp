#include "modules/ledger/append_actions.hpp"
#include "modules/ledger/closing_actions.hpp"
#include "modules/ledger/ledger_store.hpp"
#include "tests/isolation/scene.hpp"

namespace
{

using isolation::Scene;
using isolation::Subject;

/// A month closed with nothing in it; each after the one before.
Subject a_closing(Scene& scene)
{
    const auto seq = scene.as(scene.admin).write([&](tenancy::WorkspaceTransaction& tx) {
        const auto last = ledger::LedgerStore{tx}.last();
        const ledger::Closing closing{
            .period = ledger::Period::month,
            .span = ledger::span_of(ledger::Period::month, base::Date::parse("2020-01-01").value()),
            .first_seq = 1,
            .last_seq = last ? last->seq : 0,
            .head = last ? last->hash : std::string{}};
        return ledger::add_link(tx, {.family = ledger::closing_family,
                                     .kind = ledger::kind_of(closing.period),
                                     .payload = ledger::payload_of(closing)})
            .seq;
    });
    return {.path = {{"closing", std::to_string(seq)}}};
}

const bool is_registered = [] {
    isolation::catalogue().subjects["closing"] = a_closing;
    return true;
}();

} // namespace
