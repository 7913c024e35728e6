#include "kernel/auth/workspaces.hpp"
#include "kernel/presets/changes.hpp"
#include "modules/crm/crm.hpp"
#include "modules/projects/projects.hpp"
#include "modules/tickets/figure_store.hpp"
#include "modules/tickets/ticket_store.hpp"
#include "modules/tickets/tickets.hpp"
#include "modules/tickets/workflow_actions.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

using namespace tickets;
using tenancy::WorkspaceTransaction;

namespace
{

constexpr tenancy::MembershipId goulven{7};
constexpr auto here = "support-technique";
constexpr auto there = "depannage-informatique";
constexpr int copies = 1'999; // of each of five: 10 000 tickets

constexpr db::Query copy_tickets{"test.copy_tickets", R"sql(
    INSERT INTO tickets_ticket (workspace_id, id, number, title, description, excerpt, priority,
        state, anchor, waits_on, is_open, project_id, client_id, requester_id, opened_by,
        assignee_id, origin, opened_at, last_activity_at, last_public_at, state_since,
        first_reply_at, resolved_at, closed_at, resolution_summary, close_reason, resolved_count,
        reopened_count, version)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :copies)
    SELECT workspace_id, id + 1000000 * i, number || '-' || i, title, description, excerpt, priority,
        state, anchor, waits_on, is_open, project_id, client_id, requester_id, opened_by,
        assignee_id, origin, opened_at + i, last_activity_at + i, last_public_at + i,
        state_since + i, first_reply_at, resolved_at + i, closed_at, resolution_summary,
        close_reason, resolved_count, reopened_count, version
      FROM tickets_ticket CROSS JOIN n WHERE workspace_id = :workspace
)sql"};

struct Print {
    std::string whole;
    std::int64_t count = 0;
    std::int64_t sum = 0;
};
BOOST_DESCRIBE_STRUCT(Print, (), (whole, count, sum))

/// What everything else depends on, by state.
constexpr db::Query print_tickets{"test.print_tickets", R"sql(
    SELECT state || ' ' || anchor || ' ' || waits_on || ' ' || CAST(version AS TEXT) AS whole,
           count(*) AS count,
           CAST(SUM((state_since - opened_at) / 1000 + COALESCE(resolved_at, 0) / 1000000 +
                    last_activity_at / 1000000) AS BIGINT) AS sum
      FROM tickets_ticket WHERE workspace_id = :workspace
     GROUP BY state, anchor, waits_on, version ORDER BY 1
)sql"};

constexpr db::Query print_history{"test.print_history", R"sql(
    SELECT kind || ' ' || old_value || ' ' || new_value AS whole, count(*) AS count,
           CAST(SUM(happened_at / 1000000) AS BIGINT) AS sum
      FROM tickets_event WHERE workspace_id = :workspace GROUP BY 1 ORDER BY 1
)sql"};

/// Five tickets, each in another state, told as they were.
struct Archive {
    explicit Archive(db::Engine engine)
        : fresh(test_support::fresh_database(engine)),
          house(fresh->database(),
                {.id = fresh->database().ids().make<tenancy::WorkspaceId>(),
                 .slug = "vigie",
                 .name = "Vigie Bretonne",
                 .preset = here,
                 .time_zone = "Europe/Paris"},
                tenancy::Actor::system())
    {
        house.write([&](WorkspaceTransaction& tx) {
            auth::create_workspace(tx);
            client = crm::add_client(tx, {.company_name = "Kervella", .email = "k@k.example"});
            site = projects::add_project(tx, {.name = "Site Horizon"});
            projects::assign_client(tx, site, client);
            for (std::size_t steps = 0; steps <= 4; ++steps)
                add(tx, steps);
        });
    }
    void add(WorkspaceTransaction& tx, std::size_t count)
    {
        const auto start = base::parse_iso("2026-05-01T08:00:00Z").value();
        const auto step = [&](int hour, const char* move, const char* text) {
            return PastStep{.kind = PastStep::Kind::move,
                            .author = goulven,
                            .at = start + std::chrono::hours{hour},
                            .text = text,
                            .move = move,
                            .assignee = goulven};
        };
        const std::vector<PastStep> all{step(1, "take", ""), step(2, "start", ""),
                                        step(3, "ask", "Quelle couleur ?"),
                                        step(5, "resolve", "Port réactivé.")};
        add_past_ticket(tx,
                        {.asked = {.title = "Demande",
                                   .description = "Texte",
                                   .project = site,
                                   .client = client},
                         .opened_by = goulven,
                         .opened_at = start,
                         .steps = {all.begin(), all.begin() + static_cast<std::ptrdiff_t>(count)}});
    }
    std::vector<std::string> print()
    {
        return house.read([](WorkspaceTransaction& tx) {
            std::vector<std::string> lines;
            for (const auto* query : {&print_tickets, &print_history})
                for (const auto& row : tx.rows<Print>(*query, {}))
                    lines.push_back(row.whole + ' ' + std::to_string(row.count) + ' ' +
                                    std::to_string(row.sum));
            return lines;
        });
    }
    std::vector<std::string> held()
    {
        return house.read([](WorkspaceTransaction& tx) {
            std::vector<std::string> states;
            for (const auto& group : state_holder().held(tx))
                states.push_back(group.state + ' ' + std::to_string(group.count));
            return states;
        });
    }
    /// From one to the other, as the settings do it.
    void change(const presets::Changes& changes, const char* from, const char* to)
    {
        const auto in_use = [&](const char* name) {
            auto chosen = changes;
            chosen.vocabulary = std::string{name} == here ? "" : name;
            return presets::with_changes(here, presets::text_of(chosen)).preset;
        };
        const auto before = in_use(from);
        const auto after = in_use(to);
        house.write([&](WorkspaceTransaction& tx) {
            state_holder().change(tx, {.from = from,
                                       .to = to,
                                       .before = before.workflow("ticket"),
                                       .after = after.workflow("ticket")});
        });
    }

    std::unique_ptr<test_support::FreshDatabase> fresh;
    tenancy::Context house;
    tenancy::ClientId client;
    projects::ProjectId site;
};

} // namespace

TEST_CASE_ENGINES(
    "there and back with 10 000 tickets: states, history, durations and figures are as "
    "they were") // TKT-030, TKT-031
{
    Archive archive{engine};
    archive.house.write([](WorkspaceTransaction& tx) {
        tx.execute(copy_tickets, {{"copies", copies}});
    });
    const auto before = archive.print();
    const auto started = std::chrono::steady_clock::now();

    archive.change({}, here, there);
    CHECK(archive.held() == std::vector<std::string>{"en_cours 2000", "en_cours 2000",
                                                     "en_cours 2000", "ouvert 2000",
                                                     "resolu 2000"});
    CHECK(archive.print() != before);
    archive.change({}, there, here);
    CHECK(archive.print() == before);
    const auto took = std::chrono::steady_clock::now() - started;
    MESSAGE("10 000 tickets there and back: ",
            std::chrono::duration_cast<std::chrono::milliseconds>(took).count(), " ms");
}

TEST_CASE_ENGINES("a state of one's own that shares its meaning is found again")
{
    Archive archive{engine};
    presets::Changes changes;
    presets::State atelier;
    atelier.code = "atelier";
    atelier.anchor = presets::Anchor::active;
    atelier.label = atelier.client_label = "À l’atelier";
    atelier.tone = "amber";
    changes.workflows["ticket"] = {.states = {atelier},
                                   .allowed = {{"en_cours", "atelier"}, {"atelier", "en_cours"}}};
    archive.house.write([](WorkspaceTransaction& tx) {
        tx.execute(db::Query{"test.to_workshop", R"sql(
            UPDATE tickets_ticket SET state = 'atelier'
             WHERE workspace_id = :workspace AND state = 'en_cours'
        )sql"},
                   {});
    });
    const auto before = archive.print();
    archive.change(changes, here, there);
    archive.change(changes, there, here);
    CHECK(archive.print() == before);
}
