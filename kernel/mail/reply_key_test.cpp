#include "kernel/base/text.hpp"
#include "kernel/mail/reply_key.hpp"

#include <doctest.h>

using mail::Mailbox;
using mail::ReplyKey;

namespace
{

const tenancy::Workspace vigie{.id = {7}, .slug = "vigie", .name = "Vigie"};
const tenancy::Workspace other{.id = {8}, .slug = "autre", .name = "Autre"};
const Mailbox box{.address = "support@vigie.example"};
const ReplyKey rose{.subject = 120'394, .member = {55}};

} // namespace

TEST_CASE("an answer's address proves the ticket and the person, for one business") // TKT-048
{
    const secrets::Vault vault{{secrets::Key::random()}};
    mail::sign_replies_with(vault);
    const auto address = mail::keyed_address(vigie, box, rose);
    CHECK(address.find('@') <= 64);
    CHECK(mail::key_in(vigie, box, address) == rose);
    CHECK(mail::key_in(vigie, box, "SUPPORT" + address.substr(7)) == rose);
    CHECK_FALSE(mail::key_in(other, box, address));
    CHECK_FALSE(mail::key_in(vigie, {.address = "aide@vigie.example"}, address));
    CHECK_FALSE(mail::key_in(vigie, {}, address));
    CHECK_FALSE(mail::key_in(vigie, box, "support@vigie.example"));
    CHECK_FALSE(mail::key_in(vigie, box, "support+abc@vigie.example"));

    for (std::size_t at = 8; at < address.find('@'); ++at) {
        auto forged = address;
        forged[at] = forged[at] == 'a' ? 'b' : 'a';
        CHECK(mail::key_in(vigie, box, forged).value_or(rose) == rose);
        if (at < 40) CHECK_FALSE(mail::key_in(vigie, box, forged));
    }
    const ReplyKey check{.kind = ReplyKey::Kind::check, .subject = 120'394, .member = {55}};
    CHECK(mail::key_in(vigie, box, mail::keyed_address(vigie, box, check)) == check);

    const secrets::Vault stranger{{secrets::Key::random()}};
    mail::sign_replies_with(stranger);
    CHECK_FALSE(mail::key_in(vigie, box, address));
}
