#include "modules/notifications/digest_pages.hpp"

#include "kernel/auth/actors.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/subjects.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/notifications/digest_store.hpp"
#include "modules/notifications/preference_policy.hpp"

#include <map>
#include <stdexcept>

namespace notifications
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

using Sentences = std::vector<std::string>;

/// « Caméra 4 hors ligne (T-2026-00042) : Message d’un client, 3 fois ».
std::string sentence(const DigestLine& line, const guard::SubjectLine& subject,
                     const std::string& label)
{
    const auto what =
        subject.detail.empty() ? subject.title : subject.title + " (" + subject.detail + ")";
    return t("notifications.digest.line",
             {{"what", what}, {"event", label}, {"count", std::to_string(line.times)}});
}

/// What the reader may see of his lines, with his own rights.
Sentences sentences_of(WorkspaceTransaction& tx, const std::vector<DigestLine>& lines)
{
    std::map<std::string, std::vector<std::int64_t>> ids;
    for (const auto& line : lines)
        ids[line.subject_kind].push_back(line.subject_id);
    std::map<std::string, guard::SubjectKind::Lines> subjects;
    for (const auto& [kind, of_kind] : ids)
        subjects[kind] = guard::subject_lines(tx, kind, of_kind);
    const auto rules = rules_of(presets::find(tx.workspace().preset));
    Sentences sentences;
    for (const auto& line : lines) {
        const auto& known = subjects[line.subject_kind];
        const auto subject = known.find(line.subject_id);
        const auto* rule = find_rule(rules, line.event);
        if (subject == known.end() || rule == nullptr) continue;
        sentences.push_back(sentence(line, subject->second, rule->label));
    }
    return sentences;
}

void write(WorkspaceTransaction& tx, const tenancy::Actor& reader, const Sentences& sentences)
{
    const auto& workspace = tx.workspace();
    const auto side = reader.side == tenancy::Side::staff ? "/e/" : "/p/";
    const auto centre = mail::absolute_url(side + workspace.slug + "/notifications");
    const base::Params params{{"business", workspace.name},
                              {"count", std::to_string(sentences.size())}};
    mail::send(tx,
               {.to_name = reader.name,
                .to_email = reader.email,
                .subject = t("notifications.digest.subject", params),
                .paragraphs = {t("notifications.digest.lead", params), base::join(sentences, "\n")},
                .quote = {},
                .button = mail::NewMessage::Button{t("notifications.digest.button"), centre},
                .small_print = t("notifications.digest.why", params),
                .template_name = "notifications.digest"});
}

/// What its reader has not read and may still see; nothing left = no mail.
void send_digest(tenancy::Context& house, tenancy::MembershipId id)
{
    const auto reader = auth::actor_of(house, id);
    if (!reader || reader->email.empty())
        return house.write([&](WorkspaceTransaction& tx) { DigestStore{tx}.forget(id); });
    tenancy::Context own{house.database(), house.workspace(), *reader};
    own.write([&](WorkspaceTransaction& tx) {
        const i18n::WordsScope words{tenancy::words_of(tx.workspace(), reader->side)};
        DigestStore store{tx};
        const auto sentences = sentences_of(tx, store.lines_of(id));
        store.forget(id);
        if (!sentences.empty()) write(tx, *reader, sentences);
    });
}

} // namespace

void run_digest(tenancy::Context& context, const jobs::Job& job)
{
    const auto reader = tenancy::MembershipId::parse(job.payload);
    if (!reader) throw std::runtime_error("not a member");
    send_digest(context, *reader);
}

} // namespace notifications
