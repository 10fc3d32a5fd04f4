/** The VMs from outside: Vagrant to make them, libvirt to freeze, turn back and switch them off together. */
package oncall.vm;
