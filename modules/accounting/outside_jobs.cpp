#include "modules/accounting/outside_jobs.hpp"

#include "kernel/auth/workspaces.hpp"
#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/presets/preset.hpp"
#include "modules/accounting/accounting.hpp"
#include "modules/accounting/outside_actions.hpp"

#include <chrono>

namespace accounting
{
namespace
{

using tenancy::Context;
using tenancy::WorkspaceTransaction;

/// What else waits is sent, and a server that stops, by then.
constexpr std::chrono::seconds round_for{15};
constexpr std::size_t label_length_max = 200;

/// Begins with its number, and is there as it is here: it is found again by it.
std::string label_of(const EntryRow& entry)
{
    return base::shorten(base::trim(entry_number(entry.journal, entry.number) + " " + entry.label),
                         label_length_max);
}

/// The same would be said of every other entry; none: what is sent as was changed meanwhile.
struct Stopped {
    std::optional<BooksFailure> failure;
};

/// Of one entry alone.
struct Refused {
    BooksFailure failure;
};

/// One entry after the other, each journal and account asked for once.
class Round
{
  public:
    Round(Context& context, Turn& turn)
        : context_(context), turn_(turn),
          connector_(connector_of(turn.outside, context.workspace().id)),
          currency_(presets::find(context.workspace().preset).currency == "CAD"
                        ? base::Currency::CAD
                        : base::Currency::EUR)
    {
    }

    RoundEnd run()
    {
        const auto stop_at = std::chrono::steady_clock::now() + round_for;
        const auto lot = read_lot();
        try {
            for (const auto& entry : lot.entries) {
                if (std::chrono::steady_clock::now() > stop_at) break;
                push_or_note(entry, lot.of(entry.id));
            }
        } catch (const Stopped& stopped) {
            return {.failure = stopped.failure, .refused = refused_};
        }
        return {.failure = {}, .refused = refused_, .has_more = !read_lot().entries.empty()};
    }

  private:
    using Ids = std::map<std::string, std::optional<std::int64_t>>;
    using Twins = std::map<std::string, std::string, std::less<>>;
    struct Lot {
        std::vector<EntryRow> entries;
        std::vector<LineRow> lines;

        std::vector<LineRow> of(EntryId entry) const
        {
            std::vector<LineRow> found;
            for (const auto& line : lines)
                if (line.entry_id == entry) found.push_back(line);
            return found;
        }
    };
    Lot read_lot()
    {
        return context_.read([&](WorkspaceTransaction& tx) {
            OutsideStore store{tx};
            twins_ = store.twins();
            Lot lot{.entries = store.due(turn_.outside), .lines = {}};
            std::vector<EntryId> ids;
            for (const auto& entry : lot.entries)
                ids.push_back(entry.id);
            lot.lines = EntryStore{tx}.lines(ids);
            return lot;
        });
    }

    /// What is refused is written beside its entry; anything else stops the round.
    template <class Thing>
    static Thing taken(Answered<Thing> answer)
    {
        if (auto* failure = std::get_if<BooksFailure>(&answer)) {
            if (failure->trouble == BooksTrouble::refused) throw Refused{*failure};
            throw Stopped{*failure};
        }
        return std::get<Thing>(std::move(answer));
    }
    std::string theirs(const std::string& ours) const
    {
        const auto twin = twins_.find(ours);
        return twin == twins_.end() ? ours : twin->second;
    }
    std::optional<std::int64_t> journal(const std::string& code)
    {
        const auto known = journals_.find(code);
        if (known != journals_.end()) return known->second;
        return journals_[code] = taken(connector_->journal(code));
    }
    std::optional<std::int64_t> account(const std::string& number)
    {
        const auto known = accounts_.find(number);
        if (known != accounts_.end()) return known->second;
        return accounts_[number] = taken(connector_->account(number));
    }

    void note(NewPush push)
    {
        context_.write([&](WorkspaceTransaction& tx) { note_push(tx, turn_.outside, push); });
    }
    void note_sent(const EntryRow& entry, const std::string& remote)
    {
        note({.entry = entry.id, .state = PushState::sent, .remote = remote, .at = {}});
    }
    void note_refused(const EntryRow& entry, const std::string& words)
    {
        ++refused_;
        note({.entry = entry.id, .state = PushState::refused, .words = words, .at = {}});
    }

    void push_or_note(const EntryRow& entry, const std::vector<LineRow>& lines)
    {
        try {
            push(entry, lines);
        } catch (const Refused& refused) {
            note_refused(entry, sentence_of(refused.failure));
        }
    }
    void push(const EntryRow& entry, const std::vector<LineRow>& lines)
    {
        OutsideEntry twin{.day = entry.day,
                          .label = label_of(entry),
                          .journal = 0,
                          .currency = currency_,
                          .lines = {}};
        const auto code = theirs(std::string{code_of(entry.journal)});
        const auto there = journal(code);
        if (!there)
            return note_refused(entry,
                                i18n::t("accounting.outside.error.journal", {{"code", code}}));
        twin.journal = *there;
        for (const auto& line : lines) {
            const auto number = theirs(line.account);
            const auto id = account(number);
            if (!id)
                return note_refused(
                    entry, i18n::t("accounting.outside.error.account", {{"number", number}}));
            twin.lines.push_back(
                {.account = *id, .label = twin.label, .debit = line.debit, .credit = line.credit});
        }
        send(entry, twin);
    }

    void send(const EntryRow& entry, const OutsideEntry& twin)
    {
        const bool was_asked = context_.read([&](WorkspaceTransaction& tx) {
            return OutsideStore{tx}.is_asked(turn_.outside, entry.id);
        });
        if (was_asked)
            if (const auto found = taken(connector_->find(twin))) return note_sent(entry, *found);
        if (!context_.write(
                [&](WorkspaceTransaction& tx) { return begin_push(tx, turn_, entry.id); }))
            throw Stopped{};
        const auto answer = connector_->add(twin);
        const auto* const failure = std::get_if<BooksFailure>(&answer);
        if (failure == nullptr) return note_sent(entry, std::get<std::string>(answer));
        if (failure->trouble != BooksTrouble::refused) throw Stopped{*failure};
        note_refused(entry, sentence_of(*failure));
    }

    Context& context_;
    Turn& turn_;
    std::unique_ptr<BooksConnector> connector_;
    base::Currency currency_;
    Twins twins_;
    int refused_ = 0;
    Ids journals_;
    Ids accounts_;
};

} // namespace

void run_pushing(Context& context, const jobs::Job& job)
{
    auto turn = context.write([](WorkspaceTransaction& tx) { return begin_turn(tx); });
    if (!turn) return;
    const auto end = Round{context, *turn}.run();
    context.write([&](WorkspaceTransaction& tx) { note_round(tx, *turn, end, job); });
}

void plan_pushes(db::Database& database)
{
    tenancy::Platform platform{database};
    for (const auto& workspace : platform.read(auth::every_workspace)) {
        Context context{database, workspace, tenancy::Actor::system()};
        const bool has_due = context.read([](WorkspaceTransaction& tx) {
            const auto outside = OutsideStore{tx}.find();
            return outside.state == OutsideState::active && OutsideStore{tx}.count_due(outside) > 0;
        });
        if (has_due)
            context.write([](WorkspaceTransaction& tx) {
                jobs::enqueue(tx, {.kind = push_job, .payload = {}, .dedupe = "outside"});
            });
    }
}

} // namespace accounting
