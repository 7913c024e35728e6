#include "modules/letters/letter_actions.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/base/refusal.hpp"
#include "kernel/base/text.hpp"
#include "kernel/events/events.hpp"
#include "kernel/events/topics.hpp"
#include "kernel/jobs/jobs.hpp"
#include "modules/crm/crm.hpp"
#include "modules/letters/events.hpp"
#include "modules/letters/letter_index.hpp"
#include "modules/letters/letter_mails.hpp"
#include "modules/letters/letter_paper.hpp"
#include "modules/letters/letter_pictures.hpp"
#include "modules/letters/model_actions.hpp"
#include "modules/letters/series.hpp"
#include "modules/numbering/numbering.hpp"

namespace letters
{
namespace
{

using base::Refusal;
using base::refuse_unless;
using tenancy::WorkspaceTransaction;

void note(WorkspaceTransaction& tx, std::string_view action, LetterId letter,
          std::vector<audit::Change> changes)
{
    audit::append(tx, {.action = action,
                       .subject_kind = "letter",
                       .subject = letter.value,
                       .changes = std::move(changes)});
}

Refusal conflict(const char* code)
{
    return Refusal{code, {}, Refusal::Kind::Conflict};
}

/// `kept` is the one a letter has: it stays until another is chosen.
struct AboutProject {
    tenancy::ClientId client;
    std::optional<std::int64_t> kept{};
    std::optional<projects::ProjectId> asked{};
};

std::optional<std::int64_t> project_asked(WorkspaceTransaction& tx, const AboutProject& about)
{
    if (!about.asked) return {};
    const auto id = projects::project(tx, *about.asked).id; // or there is none
    const bool is_his = about.kept == id.value || projects::is_assigned(tx, id, about.client);
    refuse_unless(is_his, project_refused);
    return id.value;
}

std::optional<projects::ProjectId> project_of(const Letter& letter)
{
    if (!letter.project_id) return {};
    return projects::ProjectId{*letter.project_id};
}

void update(WorkspaceTransaction& tx, Letter& letter)
{
    letter.updated_at = base::now();
    if (!LetterStore{tx}.update(letter)) throw conflict("letters.refusal.changed_since");
    touch_letter(tx, letter.id);
}

Issue issue_of(WorkspaceTransaction& tx, const Letter& letter, const SendingLetter& sending)
{
    const bool is_mailed = sending.way == Way::mail;
    const auto paper = paper_of(tx,
                                {.kind = letter.kind,
                                 .number = letter.number,
                                 .title = letter.title,
                                 .client = letter.client_id,
                                 .project = project_of(letter),
                                 .content = content_from(letter.content)},
                                base::date_in(base::now(), tx.workspace().time_zone));
    return {.letter_id = letter.id,
            .issue = letter.issued,
            .title = letter.title,
            .way = sending.way,
            .to_name = sending.to_name,
            .to_email = is_mailed ? sending.to_email : std::string{},
            .words = is_mailed ? sending.words : std::string{},
            .sent_by = tx.actor().membership,
            .sent_at = base::now(),
            .paper = written(paper)};
}

} // namespace

Letter letter_by_id(WorkspaceTransaction& tx, LetterId id)
{
    auto letter = LetterStore{tx}.find(id);
    if (!letter) throw base::NotFound{};
    return *letter;
}

void touch_letter(WorkspaceTransaction& tx, LetterId id)
{
    events::touch(tx, "letters");
    events::touch(tx, "letter:" + id.text());
}

LetterId start_letter(WorkspaceTransaction& tx, const Starting& starting)
{
    crm::client(tx, starting.client); // or there is none
    const auto model = model_by_code(tx, starting.model);
    const auto now = base::now();
    Letter letter{.id = tx.make_id<LetterId>(),
                  .kind = model.kind,
                  .number = numbering::take(tx, series_of(model.kind),
                                            base::date_in(now, tx.workspace().time_zone)),
                  .client_id = starting.client,
                  .project_id =
                      project_asked(tx, {.client = starting.client, .asked = starting.project}),
                  .title = starting.title.empty() ? model.name : starting.title,
                  .search_key = {},
                  .model_name = model.name,
                  .model_version = model.version,
                  .content = {},
                  .created_by = tx.actor().membership,
                  .created_at = now,
                  .updated_at = now};
    letter.search_key = base::fold(letter.title + " " + letter.number);
    letter.content = written(copied_pictures(tx, model.content, pictures_of(letter.id)));
    LetterStore{tx}.insert(letter);
    search::add(tx, names_of(letter));
    note(tx, "letters.started", letter.id, {{"title", "", letter.title}});
    touch_letter(tx, letter.id);
    return letter.id;
}

void save_letter(WorkspaceTransaction& tx, const SavingLetter& saving)
{
    auto letter = letter_by_id(tx, saving.id);
    refuse_unless(letter.state == LetterState::draft, "letters.refusal.not_draft");
    const auto before = letter;
    letter.title = saving.title;
    letter.search_key = base::fold(letter.title + " " + letter.number);
    letter.project_id = project_asked(
        tx, {.client = letter.client_id, .kept = before.project_id, .asked = saving.project});
    letter.content = written(saving.content);
    letter.version = saving.seen_version;
    update(tx, letter);
    if (letter.issued == 0) remove_unused(tx, pictures_of(letter.id), saving.content);
    search::replace(tx, names_of(before), names_of(letter).terms);
    std::vector<audit::Change> changes;
    if (before.title != letter.title) changes.push_back({"title", before.title, letter.title});
    note(tx, "letters.saved", letter.id, std::move(changes));
}

void remove_letter(WorkspaceTransaction& tx, LetterId id, std::int64_t seen_version)
{
    const auto letter = letter_by_id(tx, id);
    refuse_unless(letter.issued == 0, "letters.refusal.has_left");
    if (!LetterStore{tx}.remove(id, seen_version)) throw conflict("letters.refusal.changed_since");
    remove_unused(tx, pictures_of(id), {});
    search::remove(tx, names_of(letter));
    note(tx, "letters.removed", id, {{"title", letter.title, ""}});
    touch_letter(tx, id);
}

void send_letter(WorkspaceTransaction& tx, const SendingLetter& sending)
{
    auto letter = letter_by_id(tx, sending.id);
    if (letter.state != LetterState::draft) throw conflict("letters.refusal.already_sent");
    refuse_unless_drawn(tx, content_from(letter.content));
    letter.version = sending.seen_version;
    letter.state = LetterState::sent;
    ++letter.issued;
    const auto issue = issue_of(tx, letter, sending);
    update(tx, letter);
    LetterStore{tx}.insert(issue);
    jobs::enqueue(tx, {.kind = issue_job,
                       .payload = letter.id.text(),
                       .dedupe = letter.id.text() + "." + std::to_string(issue.issue)});
    note(tx, "letters.sent", letter.id,
         {{"version", "", std::to_string(issue.issue)}, {"to", "", issue.to_email}});
    events::publish(
        tx, LetterSent{.letter = letter.id, .client = letter.client_id, .sender = issue.sent_by});
}

void reopen_letter(WorkspaceTransaction& tx, LetterId id)
{
    auto letter = letter_by_id(tx, id);
    refuse_unless(letter.state != LetterState::agreed, "letters.refusal.agreed");
    if (letter.state == LetterState::draft) return;

    letter.state = LetterState::draft;
    update(tx, letter);
    note(tx, "letters.reopened", id, {{"version", "", std::to_string(letter.issued + 1)}});
}

void see_letter(WorkspaceTransaction& tx, LetterId id)
{
    const auto letter = letter_by_id(tx, id);
    LetterStore store{tx};
    const auto issue = store.find_issue(id, letter.issued);
    if (!issue || !store.set_seen(*issue, base::now())) return;

    note(tx, "letters.seen", id, {});
    touch_letter(tx, id);
}

void sign_contract(WorkspaceTransaction& tx, const Signing& signing)
{
    auto letter = letter_by_id(tx, signing.id);
    LetterStore store{tx};
    const auto issue = store.find_issue(signing.id, signing.issue);
    const bool is_signable = letter.kind == LetterKind::contract &&
                             letter.state == LetterState::sent && letter.issued == signing.issue;
    if (!issue || !is_signable) throw conflict("letters.refusal.replaced");

    letter.state = LetterState::agreed;
    update(tx, letter);
    if (!store.set_signed(*issue, signing.signature, base::now()))
        throw conflict("letters.refusal.replaced");
    note(tx, "letters.agreed", letter.id, {});
    if (!issue->to_email.empty()) mail_agreement(tx, letter, *issue, signing.paper);
    events::publish(
        tx,
        ContractSigned{.letter = letter.id, .client = letter.client_id, .sender = issue->sent_by});
}

} // namespace letters
