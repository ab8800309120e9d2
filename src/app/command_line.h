#pragma once
// The commands and their options (product.md, "Fixed outer contract").
namespace haidang::app {

// Parses, runs the command, prints its failure if any; returns the exit code.
int run_command_line(int count, char** arguments);

}  // namespace haidang::app
