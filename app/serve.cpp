#include "app/application.hpp"
#include "app/bare_answer.hpp"
#include "app/command_line.hpp"
#include "app/control.hpp"
#include "app/health.hpp"
#include "app/housekeeping.hpp"
#include "app/sealing.hpp"
#include "app/watch.hpp"
#include "kernel/auth/auth.hpp"
#include "kernel/guard/error_pages.hpp"
#include "kernel/http/server.hpp"
#include "kernel/http/static_assets.hpp"
#include "kernel/i18n/translate.hpp"
#include "kernel/jobs/jobs.hpp"
#include "kernel/live/bridge.hpp"
#include "kernel/live/live.hpp"
#include "kernel/log/log.hpp"
#include "kernel/log/metrics.hpp"

#include <csignal>
#include <cstdio>
#include <optional>
#include <thread>

namespace app
{
namespace
{

constexpr int job_threads = 2;
constexpr int workers_min = 4;

/// Blocks the stop signals in every thread; wait_for_stop() takes one.
sigset_t hold_stop_signals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

void wait_for_stop(const sigset_t& signals)
{
    int signal = 0;
    sigwait(&signals, &signal);
}

int workers_of(const base::Configuration& configuration)
{
    if (configuration.workers > 0) return configuration.workers;
    return std::max(workers_min, 2 * static_cast<int>(std::thread::hardware_concurrency()));
}

http::ServerOptions server_options(const base::Configuration& configuration,
                                   const guard::Site& site)
{
    const auto temporary = configuration.data / "temporary";
    std::filesystem::create_directories(temporary);
    return {.listen = configuration.listen,
            .workers = workers_of(configuration),
            .trusted_proxies = configuration.trusted_proxies,
            .tls_certificate_file = configuration.tls_certificate.string(),
            .tls_key_file = configuration.tls_key.string(),
            .temporary_folder = temporary,
            .error_page = [&site](int status) { return guard::server_error_page(site, status); }};
}

std::optional<tenancy::Workspace> load_workspace(db::Database& database, tenancy::WorkspaceId id)
{
    return tenancy::Platform{database}.read(
        [&](tenancy::PlatformTransaction& tx) { return auth::workspace_by_id(tx, id); });
}

std::unique_ptr<http::Server> metrics_server(const base::Configuration& configuration,
                                             const http::Server& main)
{
    if (configuration.metrics_listen.empty()) return nullptr;
    auto answer = [&main](http::Request& request) {
        if (request.path != "/metrics") return http::Response::text("", 404);
        return http::Response::text(metrics_text(main.statistics()));
    };
    auto server = std::make_unique<http::Server>(
        http::ServerOptions{.listen = configuration.metrics_listen,
                            .workers = 1,
                            .temporary_folder = configuration.data / "temporary"},
        answer);
    server->start();
    return server;
}

/// A command sent by another process of this installation (control.hpp).
Reply run_passed(Application& application, const Arguments& arguments)
{
    try {
        const auto read = read_command_line(arguments);
        if (const auto* reply = std::get_if<Reply>(&read)) return *reply;
        const auto* passing = std::get_if<Command::Passing>(&std::get<Command>(read).run);
        if (passing != nullptr) return (*passing)(application);
        return {.exit_code = 1, .output = i18n::t("app.control.not_here") + "\n"};
    } catch (const std::exception& cause) {
        return {.exit_code = 1, .output = std::string{"etabli: "} + cause.what() + "\n"};
    }
}

} // namespace

int serve(const base::Configuration& configuration)
{
    const auto signals = hold_stop_signals();
    migrate(configuration);
    Application application{configuration, Holds::Alone};

    const auto& site = application.site();
    live::Service live{site};
    std::optional<live::Bridge> bridge;
    if (application.database().engine() == db::Engine::Postgres)
        bridge.emplace(database_options(configuration, application.vault(), Holds::Beside),
                       live.hub());
    const http::StaticAssets assets{base::embedded_assets(), "web/dist/"};
    const Health health{application.database()};
    const BareAnswer bare{configuration};
    http::Server server{server_options(configuration, site),
                        [&](http::Request& request) {
                            if (health.owns(request.path)) return health.answer(request);
                            if (bare.owns(request.path)) return bare.answer(request);
                            return site.answer(request);
                        },
                        [&](const http::Request& request) { return assets.answer(request); },
                        [&](const http::Request& request) { return site.body_policy(request); }};
    jobs::Runner runner{
        application.database(),
        [&](tenancy::WorkspaceId id) { return load_workspace(application.database(), id); },
        job_threads};
    server.start();
    runner.start();
    const ControlServer control{control_socket(configuration), [&](const Arguments& arguments) {
                                    return run_passed(application, arguments);
                                }};
    const Housekeeping housekeeping{application.database()};
    const backup::Schedule schedule{application.installation(), application.database()};
    const Sealing sealing{application.database()};
    const Watch watch{application};
    const auto metrics = metrics_server(configuration, server);
    logs::info("serve.started", {{"port", server.port()}});
    std::printf("%s\n", configuration.base_url.c_str());
    if (!configuration.is_test() && !backup::is_sheet_confirmed(application.installation()))
        std::printf("%s\n", i18n::t("app.sheet.reminder").c_str());
    std::fflush(stdout);

    wait_for_stop(signals);
    logs::info("serve.stopping");
    server.stop();
    runner.stop();
    logs::info("serve.stopped");
    return 0;
}

int work(const base::Configuration& configuration)
{
    const auto signals = hold_stop_signals();
    migrate(configuration);
    Application application{configuration, Holds::Alone};
    jobs::Runner runner{
        application.database(),
        [&](tenancy::WorkspaceId id) { return load_workspace(application.database(), id); },
        job_threads};
    runner.start();
    const backup::Schedule schedule{application.installation(), application.database()};
    const Sealing sealing{application.database()};
    logs::info("work.started");
    wait_for_stop(signals);
    runner.stop();
    return 0;
}

} // namespace app
