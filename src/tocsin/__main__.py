"""`python -m tocsin`: the same as the command `tocsin`."""

from tocsin.desk.cli.main import main

if __name__ == "__main__":
    main()
