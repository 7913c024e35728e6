#pragma once

#include "kernel/base/refusal.hpp"
#include "modules/crm/client_merge_actions.hpp"
#include "modules/crm/crm.hpp"
#include "modules/pricebook/book_test_kit.hpp"

#include <atomic>
#include <thread>

namespace pricebook_test
{

using tenancy::WorkspaceTransaction;
using test_world::Typed;

inline const std::string codes = place + "/codes";

/// A yard that gives codes to Aurore and to Odile.
struct Promoter : Yard {
    explicit Promoter(db::Engine engine)
        : Yard(engine, {{"crm", crm::describe}}), aurore(add_client("Aurore")),
          odile(add_client("Odile"))
    {
    }
    tenancy::Context as_enora() { return world.context(charpente, enora.actor); }
    tenancy::ClientId add_client(const std::string& name)
    {
        return as_enora().write([&](WorkspaceTransaction& tx) {
            return crm::add_client(tx, {.kind = crm::ClientKind::person,
                                        .first_name = name,
                                        .last_name = "Penhoat",
                                        .phone = "0261910000"});
        });
    }
    Typed typed_code(const std::string& code) const
    {
        return {{"code", code},    {"effect", "percent_off"},
                {"percent", "10"}, {"starts_on", "2026-01-01"},
                {"ends_on", ""},   {"reason", "Salon de juin"}};
    }
    /// Where it is.
    std::string make(const Typed& typed)
    {
        const auto answer = enora.browser.post(codes, typed);
        REQUIRE(answer.status == 303);
        const std::string to{answer.headers.get("Location")};
        return to.substr(0, to.find('?'));
    }
    pricebook::Promotion taken(const std::string& code, tenancy::ClientId client,
                               std::int64_t document = 99)
    {
        return as_enora().read([&](WorkspaceTransaction& tx) {
            return pricebook::promotion_today(
                tx, code,
                {.document = pricebook::CodeDocument::quote, .id = document, .client = client});
        });
    }
    /// Empty where it is taken.
    std::string refusal(const std::string& code, tenancy::ClientId client,
                        std::int64_t document = 99)
    {
        try {
            taken(code, client, document);
        } catch (const base::Refusal& refused) {
            return refused.code;
        }
        return {};
    }
    /// The same.
    std::string use(pricebook::CodeId code, tenancy::ClientId client, std::int64_t document)
    {
        try {
            as_enora().write([&](WorkspaceTransaction& tx) {
                pricebook::use_promotion(
                    tx, code,
                    {.document = pricebook::CodeDocument::quote, .id = document, .client = client},
                    "DEV-" + std::to_string(document));
            });
        } catch (const base::Refusal& refused) {
            return refused.code;
        }
        return {};
    }
    crm::MergeId merge(tenancy::ClientId kept, tenancy::ClientId merged)
    {
        return as_enora().write([&](WorkspaceTransaction& tx) {
            return crm::merge_clients(tx, {.kept = kept,
                                           .merged = merged,
                                           .kept_version = 1,
                                           .merged_version = 1,
                                           .taken = {}});
        });
    }
    void undo(tenancy::ClientId kept, crm::MergeId merge)
    {
        as_enora().write([&](WorkspaceTransaction& tx) { crm::undo_merge(tx, kept, merge); });
    }

    tenancy::ClientId aurore;
    tenancy::ClientId odile;
};

} // namespace pricebook_test
