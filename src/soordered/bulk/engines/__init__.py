"""The engines that a bulk run can be spread over; each is imported only when it is asked for."""
