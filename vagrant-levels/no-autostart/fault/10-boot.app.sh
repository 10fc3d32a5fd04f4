#!/usr/bin/env bash
# Takes the shop's units out of the boot. They keep running until the machine is restarted.
# SEED_UNITS: comma list; SEED_HOW: disabled; masked (instances of the template only: a unit file of its own in
# /etc stands in the way of a mask, so it is disabled); grouped (enabled, below a target which the boot never reaches).
set -euo pipefail
IFS=, read -r -a units <<< "$SEED_UNITS"

grouped() {
    cat > /etc/systemd/system/shop.target <<'UNIT'
[Unit]
Description=Shop application
Documentation=https://wiki.shop.internal/operations/app-node
UNIT
    local unit file
    for unit in "${units[@]}"; do
        file=$(systemctl show -p FragmentPath --value "$unit.service")
        systemctl disable --quiet "$unit.service"
        # A template's other instance keeps its link below multi-user.target: the file says what "enable" would do
        # from now on, not what was done before.
        sed -i 's/^WantedBy=.*/WantedBy=shop.target/' "$file"
    done
    systemctl daemon-reload
    for unit in "${units[@]}"; do systemctl enable --quiet "$unit.service"; done
}

case $SEED_HOW in
    disabled) systemctl disable --quiet "${units[@]/%/.service}" ;;
    masked)
        systemctl disable --quiet "${units[@]/%/.service}"
        for unit in "${units[@]}"; do
            case $unit in *@*) systemctl mask --quiet "$unit.service" ;; esac
        done ;;
    grouped) grouped ;;
    *) echo "unknown way '$SEED_HOW'" >&2; exit 64 ;;
esac

# None of them may be left in what the boot starts, and none of the others may be missing there.
started=$(systemctl list-dependencies --plain --no-pager multi-user.target)
for unit in shop-api@8081 shop-api@8082 shop-worker; do
    case ",$SEED_UNITS," in
        *",$unit,"*) ! grep -qF "$unit.service" <<< "$started" || { echo "$unit still starts at boot" >&2; exit 1; } ;;
        *) grep -qF "$unit.service" <<< "$started" || { echo "$unit would not start at boot" >&2; exit 1; } ;;
    esac
done
