#include "kernel/base/text.hpp"
#include "kernel/i18n/translate.hpp"
#include "modules/identity/captcha.hpp"
#include "tests/support/database.hpp"

#include <doctest.h>

namespace
{

using identity::CaptchaAnswer;
using namespace std::chrono_literals;

std::string key_of(int number)
{
    return "identity.number.n" + std::to_string(number);
}

/// The answer a person gives, in digits.
int answer_to(const std::string& question)
{
    for (int a = 0; a <= 20; ++a)
        for (int b = 0; b <= 10; ++b) {
            const base::Params params{{"a", i18n::t(key_of(a))}, {"b", i18n::t(key_of(b))}};
            if (i18n::t("identity.captcha.sum", params) == question) return a + b;
            if (i18n::t("identity.captcha.difference", params) == question) return a - b;
        }
    return -1;
}

struct Door {
    explicit Door(db::Engine engine)
        : fresh(test_support::fresh_database(engine)), platform(fresh->database())
    {
    }
    bool accepts(const CaptchaAnswer& given)
    {
        return platform.write([&](tenancy::PlatformTransaction& tx) {
            return identity::is_right_answer(tx, vault, given);
        });
    }
    std::unique_ptr<test_support::FreshDatabase> fresh;
    tenancy::Platform platform;
    secrets::Vault vault{{secrets::Key::random()}};
};

} // namespace

TEST_CASE_ENGINES(
    "the answer to a question is accepted in digits or letters, once, for ten minutes")
{
    Door door{engine}; // PLT-096
    const auto now = base::now();
    const auto ask = [&] { return identity::new_captcha(door.vault, now); };

    const auto first = ask();
    const auto digits = std::to_string(answer_to(first.question));
    CHECK(door.accepts({first.sealed, " " + digits + " ", now}));
    CHECK_FALSE(door.accepts({first.sealed, digits, now}));

    const auto second = ask();
    CHECK(door.accepts({second.sealed, i18n::t(key_of(answer_to(second.question))), now}));

    const auto wrong = ask();
    CHECK_FALSE(door.accepts({wrong.sealed, "99", now}));
    CHECK_FALSE(door.accepts({wrong.sealed, std::to_string(answer_to(wrong.question)), now}));

    const auto late = ask();
    CHECK_FALSE(door.accepts({late.sealed, std::to_string(answer_to(late.question)), now + 11min}));

    const auto elsewhere = identity::new_captcha(secrets::Vault{{secrets::Key::random()}}, now);
    CHECK_FALSE(
        door.accepts({elsewhere.sealed, std::to_string(answer_to(elsewhere.question)), now}));
    CHECK_FALSE(door.accepts({"", "7", now}));
}
