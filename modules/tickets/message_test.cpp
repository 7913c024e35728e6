#include "kernel/base/refusal.hpp"
#include "modules/tickets/message.hpp"

#include <doctest.h>

using namespace tickets;

namespace
{

constexpr tenancy::MembershipId malo{3};
constexpr tenancy::MembershipId goulven{7};
constexpr base::Instant sent{1'790'000'000'000'000};

Message a_message(tenancy::Side side = tenancy::Side::portal)
{
    return {
        .author_id = malo, .author_side = side, .body = "La caméra est noire.", .written_at = sent};
}

} // namespace

TEST_CASE("an author corrects his message for fifteen minutes") // TKT-015
{
    auto message = a_message();
    correct(message, malo, "La caméra 4 est noire.", sent + std::chrono::minutes{15});

    CHECK(message.body == "La caméra 4 est noire.");
    CHECK(message.edited_at == sent + std::chrono::minutes{15});
}

TEST_CASE("after fifteen minutes a message stays as it is") // TKT-015
{
    auto message = a_message();
    const auto late = sent + std::chrono::minutes{15} + std::chrono::seconds{1};

    CHECK_THROWS_AS(correct(message, malo, "Autre chose", late), base::Refusal);
    CHECK(message.body == "La caméra est noire.");
    CHECK_FALSE(message.edited_at);
}

TEST_CASE("nobody corrects the message of somebody else") // TKT-015
{
    auto message = a_message();
    CHECK_THROWS_AS(correct(message, goulven, "Autre chose", sent), base::Refusal);
    CHECK(message.body == "La caméra est noire.");
}

TEST_CASE("the first reply of the team is dated once, and a client's message is no reply")
{
    Ticket ticket;
    note_message(ticket, a_message());
    CHECK_FALSE(ticket.first_reply_at);

    auto reply = a_message(tenancy::Side::staff);
    note_message(ticket, reply);
    CHECK(ticket.first_reply_at == sent);

    reply.written_at = sent + std::chrono::hours{1};
    note_message(ticket, reply);
    CHECK(ticket.first_reply_at == sent);
    CHECK(ticket.last_public_at == reply.written_at);
}
