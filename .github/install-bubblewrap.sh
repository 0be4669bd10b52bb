#!/usr/bin/env bash
# Ubuntu lets unprivileged programs make user namespaces only where AppArmor is told so.
set -euo pipefail
sudo apt-get update -qq
sudo apt-get install -y -qq --no-install-recommends bubblewrap
sudo sysctl -q -w kernel.apparmor_restrict_unprivileged_userns=0
