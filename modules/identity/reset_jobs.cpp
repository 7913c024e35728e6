#include "modules/identity/reset_jobs.hpp"

#include "kernel/audit/audit.hpp"
#include "kernel/auth/people.hpp"
#include "kernel/auth/tokens.hpp"
#include "kernel/forms/form.hpp"
#include "modules/identity/mails.hpp"

#include <boost/describe/class.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <stdexcept>

namespace identity
{
namespace
{

using tenancy::PlatformTransaction;

struct Payload {
    forms::Email email;
    forms::Text<1, 200> page;
};
BOOST_DESCRIBE_STRUCT(Payload, (), (email, page))

Payload read_payload(const jobs::Job& job)
{
    const auto form = forms::bind_json<Payload>(job.payload);
    if (!form.is_valid())
        throw std::runtime_error("not a payload of identity: job " + job.id.text());
    return form.command;
}

void send_link(PlatformTransaction& tx, const auth::Person& person, const std::string& page)
{
    const auto token =
        auth::issue_token(tx, {.kind = auth::TokenKind::reset_password, .person = person.id});
    mail::send(tx, mails::reset_password({person.name, person.email}, page + "/" + token));
    audit::append(tx, person.id,
                  {.action = "identity.reset_requested",
                   .subject_kind = "person",
                   .subject = person.id.value});
}

} // namespace

void request_reset(tenancy::Platform& platform, const ResetRequest& request)
{
    const boost::json::value payload{{"email", request.email}, {"page", request.page}};
    platform.write([&](PlatformTransaction& tx) {
        jobs::enqueue(tx, {.kind = send_reset_job, .payload = boost::json::serialize(payload)});
    });
}

void run_send_reset(tenancy::Context& context, const jobs::Job& job)
{
    const auto payload = read_payload(job);
    tenancy::Platform{context.database()}.write([&](PlatformTransaction& tx) {
        if (const auto person = auth::person_by_email(tx, payload.email.value))
            send_link(tx, *person, payload.page.value);
    });
}

} // namespace identity
