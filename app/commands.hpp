#pragma once

#include "app/application.hpp"
#include "app/control.hpp"
#include "kernel/base/configuration.hpp"

#include <string>

namespace app
{

/// Commands that hold the process. Each returns its exit code; sentences for people go to stdout,
/// structured logs to stderr.
int serve(const base::Configuration& configuration);
int work(const base::Configuration& configuration);
int migrate(const base::Configuration& configuration);

/// Commands over the parts of the program, in this process or in the server that holds the database
/// (control.hpp).
Reply print_routes(Application& application);
Reply doctor(Application& application);
/// Recomputes the fingerprints of every workspace's audit.
Reply verify(Application& application);

struct DemonstrationOptions {
    bool as_json = false;
    bool is_renewed = false;
};
/// Creates the demonstration workspaces, or finds them, and prints their accounts.
Reply demonstrate(Application& application, const DemonstrationOptions& options);

struct WorkspaceOptions {
    std::string preset;
    std::string slug;
    std::string name;
    std::string owner_email;
};
/// Prints the link by which the owner chooses a password.
Reply create_workspace(Application& application, const WorkspaceOptions& options);

struct UserOptions {
    std::string email;
    int count = 1;
};
/// Prints a link, valid one hour, by which the holder chooses a new password.
Reply reset_user(Application& application, const UserOptions& options);
/// Test mode only: prints `count` session cookies of an account, « name=token » a line.
Reply print_sessions(Application& application, const UserOptions& options);

} // namespace app
