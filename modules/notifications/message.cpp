#include "modules/notifications/message.hpp"

#include "kernel/base/text.hpp"

namespace notifications
{

std::string text_of(const Envelope& envelope)
{
    return envelope.reader.text() + " " + envelope.subject.kind + " " +
           std::to_string(envelope.subject.id);
}

std::optional<Envelope> envelope_in(std::string_view text)
{
    constexpr std::size_t parts = 3;
    const auto words = base::split(text, ' ');
    if (words.size() != parts) return {};
    const auto reader = tenancy::MembershipId::parse(words[0]);
    const auto subject = base::Id<struct SubjectTag>::parse(words[2]);
    if (!reader || !subject) return {};
    return Envelope{.reader = *reader, .subject = {words[1], subject->value}};
}

} // namespace notifications
