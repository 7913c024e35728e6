#pragma once

#include "kernel/base/text.hpp"
#include "kernel/documents/documents.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/module.hpp"
#include "modules/signatures/signature_store.hpp"
#include "modules/signatures/signatures.hpp"
#include "tests/world/world.hpp"

#include <doctest.h>

#include <regex>

/// A kind of document for tests: one paper, signed on a page anybody may open.
namespace paper_desk
{

using signatures::Desk;
using signatures::Sign;
using signatures::Signature;
using tenancy::WorkspaceTransaction;

/// What the tests turn.
struct Paper {
    std::string words = "Extension bois : 12 450,00 €";
    std::int64_t version = 1;
    signatures::Proof proof = signatures::Proof::none;
    bool is_refused = false;  ///< by its own rule, when it is signed
    bool is_clashing = false; ///< with a key that is not the version's
    std::vector<std::string> accepted;
};
inline Paper& paper()
{
    static Paper the_paper;
    return the_paper;
}

inline constexpr std::int64_t paper_id = 42;
inline const std::string path = "/p/charpentes/papiers";
inline const std::string scan_path = "/e/charpentes/papiers/scan";

inline signatures::Shown shown()
{
    const auto pdf = documents::pdf_of({.title = "Devis D-2026-0042",
                                        .subtitle = "Version " + std::to_string(paper().version),
                                        .from = {.name = "Charpentes du Ponant"},
                                        .body = {documents::Paragraph{paper().words}},
                                        .made_at = base::Instant{1'700'000'000'000'000}});
    return {.kind = "test_paper",
            .document = paper_id,
            .version = paper().version,
            .number = "D-2026-0042",
            .title = "Devis D-2026-0042",
            .pdf = pdf};
}

inline Desk desk()
{
    return {.shown = shown(),
            .signer = {.name = "Odile Bescond", .email = "odile@client.example", .membership = {}},
            .proof = paper().proof,
            .sign = path,
            .ask_code = path + "/code"};
}

inline http::Response page(guard::Call& call, const forms::Form<Sign>& form)
{
    const auto body = signatures::signing_form(call, desk(), form);
    return guard::render(call, guard::AuthPage{.title = "Devis D-2026-0042",
                                               .body = body,
                                               .status = signatures::status_of(form.errors)});
}

inline void accept(WorkspaceTransaction& tx, const Signature& made)
{
    if (paper().is_refused) throw base::Refusal{"signatures.refusal.already"};
    if (paper().is_clashing) {
        auto twin = made;
        twin.version = made.version + 1;
        signatures::SignatureStore{tx}.insert(twin);
    }
    paper().accepted.push_back(made.signer_name);
}

inline http::Response show(guard::Call& call)
{
    return page(call, call.blank_form<Sign>());
}

inline http::Response create(guard::Call& call)
{
    auto form = call.form<Sign>();
    const auto made = signatures::sign(call, desk(), form, accept);
    return made ? call.redirect(path) : page(call, form);
}

inline http::Response create_code(guard::Call& call)
{
    auto form = call.form<Sign>();
    signatures::ask_code(call, desk(), form);
    return page(call, form);
}

inline http::Response create_scan(guard::Call& call)
{
    auto form = call.form<signatures::RecordScan>();
    const auto made = signatures::record_scan(call, shown(), form, accept);
    if (made) return call.redirect("/e/charpentes/signatures");
    const auto body = signatures::scan_form(call, shown(), scan_path, form);
    return guard::render(
        call,
        guard::Page{.title = "Scan", .body = body, .status = signatures::status_of(form.errors)});
}

inline void describe(kernel::Module& module)
{
    const auto anybody = guard::open_to_all("a paper of tests");
    module.portal("/papiers")
        .get("", show, anybody)
        .post("", create, anybody, "Sign")
        .takes_files(signatures::form_bytes_max)
        .post("/code", create_code, anybody, "Sign");
    module.staff("/papiers")
        .post("/scan", create_scan, guard::needs("signatures.record"), "RecordScan")
        .takes_files(signatures::scan_form_bytes_max);
}

} // namespace paper_desk

namespace signatures_test
{

using test_world::Sent;
using test_world::Typed;

inline bool holds(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

/// Charpentes du Ponant: Léa leads, Malik works; Odile signs by a link.
struct Firm {
    explicit Firm(db::Engine engine)
        : world(engine,
                {{"signatures", signatures::describe}, {"paper_desk", paper_desk::describe}}),
          firm(world.add_workspace("charpentes", "chantier")),
          lea(world.add_member(firm, {.name = "Lea Riou", .role = "admin"})),
          malik(world.add_member(firm, {.name = "Malik Corre", .role = "employe"})),
          odile(world.visitor())
    {
        paper_desk::paper() = {};
    }

    /// What the page shows, as its form says it.
    std::string hash_shown()
    {
        const auto page = odile.get(paper_desk::path);
        std::smatch found;
        REQUIRE(std::regex_search(page.body, found,
                                  std::regex{"name=\"shown\" value=\"([0-9a-f]{64})\""}));
        return found[1];
    }
    Typed typed(const std::string& how = "typed_name")
    {
        return {{"signer_name", "Odile Bescond"},
                {"how", how},
                {"agreed", "on"},
                {"shown", hash_shown()}};
    }
    std::vector<signatures::Signature> journal()
    {
        const auto all = context().read([](tenancy::WorkspaceTransaction& tx) {
            std::vector<signatures::Signature> made;
            for (std::int64_t version = 1; version < 4; ++version)
                if (auto one =
                        signatures::find_signature(tx, "test_paper", paper_desk::paper_id, version))
                    made.push_back(*one);
            return made;
        });
        return all;
    }
    signatures::Signature signature()
    {
        const auto all = journal();
        REQUIRE(all.size() == 1);
        return all.front();
    }
    tenancy::Context context() { return world.context(firm, lea.actor); }
    std::string path_of(const signatures::Signature& one, const std::string& end = {})
    {
        return "/e/charpentes/signatures/" + one.id.text() + end;
    }
    /// The code of the newest mail.
    std::string code_sent()
    {
        const auto mails =
            context().read([](tenancy::WorkspaceTransaction& tx) { return mail::recent(tx); });
        REQUIRE_FALSE(mails.empty());
        std::smatch found;
        REQUIRE(std::regex_search(mails.front().subject, found, std::regex{"([0-9]{6})"}));
        CHECK(mails.front().to_email == "odile@client.example");
        return found[1];
    }

    test_world::World world;
    tenancy::Workspace firm;
    test_world::Member lea;
    test_world::Member malik;
    test_world::Browser odile;
};

} // namespace signatures_test
