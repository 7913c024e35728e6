#include "kernel/base/configuration.hpp"

#include <doctest.h>

#include <cstdlib>
#include <fstream>
#include <stdexcept>

using namespace base;

namespace
{

/// A variable set for one test.
struct Variable {
    Variable(const char* name, const char* value) : name_(name) { setenv(name, value, 1); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;
    ~Variable() { unsetenv(name_); }

  private:
    const char* name_;
};

/// A configuration file for one test.
struct File {
    explicit File(const char* text) { std::ofstream{path} << text; }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File() { std::filesystem::remove(path); }

    std::filesystem::path path = std::filesystem::temp_directory_path() / "etabli_test.toml";
};

std::string refusal(const std::filesystem::path& file)
{
    try {
        read_configuration(file);
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("without a file the defaults hold and follow the data folder")
{
    const Variable data{"ETABLI_DATA", "elsewhere"};
    const auto configuration = read_configuration("absent.toml");
    CHECK(configuration.database_url == "sqlite:elsewhere/etabli.sqlite");
    CHECK(configuration.key_file == "elsewhere/etabli.key");
    CHECK_FALSE(configuration.is_test());
}

TEST_CASE("a variable wins over the file")
{
    const File file{"listen = \"127.0.0.1:9000\"\nworkers = 3\n"
                    "trusted_proxies = [\"127.0.0.1\", \"10.0.0.0/8\"]\n"};
    const Variable listen{"ETABLI_LISTEN", "127.0.0.1:0"};
    const Variable url{"ETABLI_BASE_URL", "https://etabli.example/"};
    const auto configuration = read_configuration(file.path);
    CHECK(configuration.listen == "127.0.0.1:0");
    CHECK(configuration.workers == 3);
    CHECK(configuration.trusted_proxies.at(1) == "10.0.0.0/8");
    CHECK(configuration.base_url == "https://etabli.example");
}

TEST_CASE("an unknown or wrong setting is refused by its name")
{
    CHECK(refusal(File{"lisen = \"x\""}.path).starts_with("ETABLI_LISEN"));
    CHECK(refusal(File{"workers = \"many\""}.path).starts_with("ETABLI_WORKERS"));
    CHECK(refusal(File{"data = true"}.path).starts_with("ETABLI_DATA"));
    CHECK(refusal(File{"data = "}.path).find("ligne 1") != std::string::npos);
    CHECK(refusal(File{"tls_cert = \"a.pem\""}.path).starts_with("ETABLI_TLS_CERT"));
    const Variable mode{"ETABLI_MODE", "tset"};
    CHECK(refusal("absent.toml").starts_with("ETABLI_MODE"));
}

TEST_CASE("the clock and the limits move in test mode only")
{
    const Variable now{"ETABLI_NOW", "+0s"};
    const Variable limits{"ETABLI_LIMITS", "off"};
    const Variable stripe{"ETABLI_STRIPE_URL", "http://127.0.0.1:12111"};
    CHECK(refusal("absent.toml").find("ETABLI_MODE=test") != std::string::npos);
    const Variable mode{"ETABLI_MODE", "test"};
    CHECK(read_configuration("absent.toml").limits_off);
}

TEST_CASE("a simulated service is taken in test mode only")
{
    for (const auto* name : {"ETABLI_STRIPE_URL", "ETABLI_PAYPAL_URL", "ETABLI_GOCARDLESS_URL",
                             "ETABLI_PENNYLANE_URL"}) {
        const Variable address{name, "http://127.0.0.1:12111"};
        CHECK(refusal("absent.toml").starts_with(name));
    }
    const Variable paypal{"ETABLI_PAYPAL_URL", "http://127.0.0.1:12112"};
    const Variable gocardless{"ETABLI_GOCARDLESS_URL", "http://127.0.0.1:12113"};
    const Variable pennylane{"ETABLI_PENNYLANE_URL", "http://127.0.0.1:12114"};
    const Variable mode{"ETABLI_MODE", "test"};
    CHECK(read_configuration("absent.toml").pennylane_url == "http://127.0.0.1:12114");
    CHECK(read_configuration("absent.toml").paypal_url == "http://127.0.0.1:12112");
    CHECK(read_configuration("absent.toml").gocardless_url == "http://127.0.0.1:12113");
}

TEST_CASE("each [[oidc]] of the file and the variables together name the sign-in providers")
{
    const File secret{"s3cret\n"}; // IDN-012
    const auto kept = secret.path.string() + ".kept";
    std::filesystem::copy_file(secret.path, kept,
                               std::filesystem::copy_options::overwrite_existing);
    const auto entry = "[[oidc]]\nname = \"arche\"\ntitle = \"Arche\"\n"
                       "issuer = \"https://arche.example\"\nclient_id = \"etabli\"\n"
                       "client_secret_file = \"" +
                       kept + "\"\n";
    const File file{entry.c_str()};
    const Variable issuer{"ETABLI_OIDC_ISSUER", "https://phare.example"};
    const Variable client{"ETABLI_OIDC_CLIENT_ID", "etabli-2"};
    const auto providers = read_configuration(file.path).openid_providers;
    std::filesystem::remove(kept);
    REQUIRE(providers.size() == 2);
    CHECK(providers[0].title == "Arche");
    CHECK(providers[0].client_secret == "s3cret");
    CHECK(providers[1].name == "oidc");
    CHECK(providers[1].client_id == "etabli-2");
}

TEST_CASE("a sign-in provider without HTTPS, without a client or named twice is refused")
{
    const auto refused = [](const char* lines) {
        const File file{lines};
        return refusal(file.path);
    };
    const auto* good =
        "[[oidc]]\nname = \"a\"\nissuer = \"https://a.example\"\nclient_id = \"c\"\n";
    CHECK(refused(good).empty());
    CHECK(refused("[[oidc]]\nname = \"a\"\nissuer = \"http://a.example\"\nclient_id = \"c\"\n")
              .find("https://") != std::string::npos);
    CHECK(refused("[[oidc]]\nname = \"a\"\nissuer = \"https://a.example\"\n").find("client_id") !=
          std::string::npos);
    CHECK(refused((std::string{good} + good).c_str()).find("deux") != std::string::npos);
    CHECK(refused((std::string{good} + "scope = \"x\"\n").c_str()).find("scope") !=
          std::string::npos);
}
