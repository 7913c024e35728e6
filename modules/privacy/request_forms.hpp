#pragma once

#include "kernel/forms/form.hpp"
#include "modules/privacy/request.hpp"

#include <boost/describe/class.hpp>

#include <optional>

namespace privacy
{

/// By a client, about himself.
struct AskAboutMe {
    RequestKind kind = RequestKind::access;
    forms::LongText<0, 4000> details;
};
BOOST_DESCRIBE_STRUCT(AskAboutMe, (), (kind, details))

struct ChangeConsent {
    Purpose purpose = Purpose::news;
    forms::Text<1, 10> wanted; ///< "yes" or "no"
};
BOOST_DESCRIBE_STRUCT(ChangeConsent, (), (purpose, wanted))

/// By the team, what somebody asked by letter, e-mail or telephone.
struct RecordRequest {
    RequestKind kind = RequestKind::access;
    Channel channel = Channel::email;
    forms::Text<2, 150> person_name;
    std::optional<forms::Email> person_email;
    forms::LongText<0, 4000> details;
};
BOOST_DESCRIBE_STRUCT(RecordRequest, (), (kind, channel, person_name, person_email, details))

struct AnswerRequest {
    RequestState state = RequestState::done;
    forms::LongText<10, 4000> answer;
};
BOOST_DESCRIBE_STRUCT(AnswerRequest, (), (state, answer))

struct EraseRequester {
    forms::Consent is_sure;
};
BOOST_DESCRIBE_STRUCT(EraseRequester, (), (is_sure))

struct NameOfficer {
    forms::Text<0, 150> name;
    std::optional<forms::Email> email;
};
BOOST_DESCRIBE_STRUCT(NameOfficer, (), (name, email))

} // namespace privacy
