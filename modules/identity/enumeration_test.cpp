#include "modules/identity/page_test_kit.hpp"

#include <doctest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <functional>
#include <numeric>

using identity_test::make_world;

namespace
{

using Micros = std::vector<double>;

double micros_of(const std::function<http::Response()>& ask, std::vector<http::Response>& answers)
{
    const auto began = std::chrono::steady_clock::now();
    answers.push_back(ask());
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - began)
        .count();
}

/// Without the slowest tenth, which the machine's other work decides.
Micros kept(Micros times)
{
    std::sort(times.begin(), times.end());
    times.resize(times.size() * 9 / 10);
    return times;
}

double mean(const Micros& times)
{
    return std::accumulate(times.begin(), times.end(), 0.0) / static_cast<double>(times.size());
}

double variance_of_mean(const Micros& times)
{
    const auto middle = mean(times);
    double sum = 0;
    for (const auto time : times)
        sum += (time - middle) * (time - middle);
    return sum / static_cast<double>(times.size() * (times.size() - 1));
}

/// Welch's t: how many standard errors apart the two means are.
double welch(const Micros& known, const Micros& unknown)
{
    const auto a = kept(known);
    const auto b = kept(unknown);
    return std::abs(mean(a) - mean(b)) / std::sqrt(variance_of_mean(a) + variance_of_mean(b));
}

} // namespace

TEST_CASE(
    "whether an address has an account shows neither in the answer of a reset nor in its time")
{
    // IDN-011
    constexpr int pairs = 120;
    constexpr double told_apart_from = 4.5;
    auto world = make_world(db::Engine::Sqlite);
    const auto vigie = world.add_workspace("vigie");
    std::vector<http::Response> answers;
    Micros known;
    Micros unknown;
    for (int pair = 0; pair < pairs; ++pair) {
        const auto name = "P" + std::to_string(pair);
        world.add_member(vigie, {.name = name + " Corre", .role = "technicien"});
        const auto ask = [&](const std::string& email) {
            auto browser = world.visitor();
            browser.address = "203.0.113." + std::to_string(pair);
            browser.get("/mot-de-passe-oublie");
            return micros_of(
                [&] {
                    return browser.post("/mot-de-passe-oublie", {{"email", email}});
                },
                answers);
        };
        const auto existing = "p" + std::to_string(pair) + "@vigie.example";
        const auto absent = "x" + std::to_string(pair) + "@vigie.example";
        if (pair % 2 == 0) known.push_back(ask(existing));
        unknown.push_back(ask(absent));
        if (pair % 2 == 1) known.push_back(ask(existing));
    }
    for (const auto& answer : answers) {
        CHECK(answer.status == 303);
        CHECK(answer.headers.get("Location") == "/mot-de-passe-oublie/courriel");
    }
    CHECK(welch(known, unknown) < told_apart_from);
    world.run_jobs();
    CHECK(identity_test::platform_mails(world).size() == 100); // every known one: the newest 100
}
