#include "modules/notifications/message_pages.hpp"

#include "kernel/auth/actors.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/base/text.hpp"
#include "kernel/guard/subjects.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/i18n/words.hpp"
#include "kernel/mail/links.hpp"
#include "kernel/mail/mail.hpp"
#include "kernel/sms/sms.hpp"
#include "kernel/sms/telephones.hpp"
#include "kernel/tenancy/own_preset.hpp"
#include "modules/notifications/message_store.hpp"
#include "modules/notifications/preference_policy.hpp"
#include "modules/notifications/said.hpp"

#include <algorithm>
#include <stdexcept>

namespace notifications
{
namespace
{

using i18n::t;
using tenancy::WorkspaceTransaction;

struct Writing {
    const tenancy::Actor& reader;
    std::string title; ///< « Extension bois (CH-118) »
    std::string link;
};

/// Those of the lines that he wants by that channel.
std::vector<std::string> sentences(WorkspaceTransaction& tx, const tenancy::Actor& reader,
                                   const std::vector<MessageLine>& lines, Channel channel)
{
    const std::vector<mail::Addressee> him{{.member = reader.membership, .role = reader.role}};
    std::vector<std::string> said;
    for (const auto& line : lines) {
        const auto answers = channel == Channel::email ? willing_to_read_mail(tx, line.event, him)
                                                       : wanting(tx, line.event, channel, him);
        if (!answers.front()) continue;
        said.push_back(sentence_of(
            tx, {.event = line.event, .actor = line.actor_id, .state = {}, .times = line.times}));
    }
    return said;
}

void write_mail(WorkspaceTransaction& tx, const Writing& writing,
                const std::vector<std::string>& said)
{
    const base::Params params{
        {"business", tx.workspace().name}, {"what", writing.title}, {"said", said.back()}};
    mail::send(tx,
               {.to_name = writing.reader.name,
                .to_email = writing.reader.email,
                .subject = t("notifications.message.subject", params),
                .paragraphs = {base::join(said, "\n")},
                .quote = {},
                .button = mail::NewMessage::Button{t("notifications.message.button"), writing.link},
                .small_print = t("notifications.message.why", params),
                .template_name = "notifications.message"});
}

void write_text(WorkspaceTransaction& tx, const Writing& writing, const std::string& event,
                const std::vector<std::string>& said)
{
    const auto number = sms::number_of(tx, writing.reader.membership);
    if (!number) return;
    sms::send(tx, {.to = writing.reader.membership,
                   .to_name = writing.reader.name,
                   .to_number = *number,
                   .words = t("notifications.message.text", {{"business", tx.workspace().name},
                                                             {"what", writing.title},
                                                             {"said", base::join(said, ", ")}}),
                   .link = writing.link,
                   .event = event});
}

void write(WorkspaceTransaction& tx, const tenancy::Actor& reader,
           const std::vector<MessageLine>& lines)
{
    const auto subject = lines.front().subject();
    const auto known = guard::subject_lines(tx, subject.kind, {subject.id});
    const auto found = known.find(subject.id);
    if (found == known.end()) return;
    const auto& line = found->second;
    const auto* const side = reader.side == tenancy::Side::staff ? "/e/" : "/p/";
    const Writing writing{.reader = reader,
                          .title = line.detail.empty() ? line.title
                                                       : line.title + " (" + line.detail + ")",
                          .link = mail::absolute_url(side + tx.workspace().slug + line.path)};
    const auto by_mail = sentences(tx, reader, lines, Channel::email);
    if (!by_mail.empty() && !reader.email.empty()) write_mail(tx, writing, by_mail);
    const auto by_text = sentences(tx, reader, lines, Channel::sms);
    if (!by_text.empty()) write_text(tx, writing, lines.back().event, by_text);
}

} // namespace

void run_message(tenancy::Context& house, const jobs::Job& job)
{
    const auto envelope = envelope_in(job.payload);
    if (!envelope) throw std::runtime_error("not a message");
    const auto reader = auth::actor_of(house, envelope->reader);
    if (!reader)
        return house.write([&](WorkspaceTransaction& tx) { MessageStore{tx}.forget(*envelope); });
    tenancy::Context own{house.database(), house.workspace(), *reader};
    own.write([&](WorkspaceTransaction& tx) {
        const i18n::WordsScope words{tenancy::words_of(tx.workspace(), reader->side)};
        const auto lines = MessageStore{tx}.take(*envelope);
        if (!lines.empty()) write(tx, *reader, lines);
    });
}

} // namespace notifications
